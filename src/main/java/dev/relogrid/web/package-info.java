/**
 * The service as seen over HTTP: REST, events, badges, problems, who may do what. The only room that knows Spring's web
 * parts; it asks {@code matrix} for everything kept and never opens a database itself.
 */
@NullMarked
package dev.relogrid.web;

import org.jspecify.annotations.NullMarked;
