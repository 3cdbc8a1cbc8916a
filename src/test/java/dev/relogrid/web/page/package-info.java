/** Pages, asked for as browsers and as shells do. */
@NullMarked
package dev.relogrid.web.page;

import org.jspecify.annotations.NullMarked;
