/** Projects as continuous integration and release tooling see them, over HTTP. */
@NullMarked
package dev.relogrid.web.project;

import org.jspecify.annotations.NullMarked;
