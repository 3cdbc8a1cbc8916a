/** The description of the interface: what is the same for all operations, so that controllers need not say it. */
@NullMarked
package dev.relogrid.web.openapi;

import org.jspecify.annotations.NullMarked;
