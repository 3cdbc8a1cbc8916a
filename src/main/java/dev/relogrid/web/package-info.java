/**
 * The service to the outside: REST, live progress, badges, the dashboard. Imports {@code matrix} and what it is made
 * of; the only room that knows HTTP. Refuses to know SQL.
 */
@NullMarked
package dev.relogrid.web;

import org.jspecify.annotations.NullMarked;
