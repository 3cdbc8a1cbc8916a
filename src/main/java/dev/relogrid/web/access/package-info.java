/** The endpoints about access itself: tokens, the record of writes, who is asking. */
@NullMarked
package dev.relogrid.web.access;

import org.jspecify.annotations.NullMarked;
