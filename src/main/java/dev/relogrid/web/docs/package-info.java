/** Pages that answers lead to: what a verdict means, an example, the fix. */
@NullMarked
package dev.relogrid.web.docs;

import org.jspecify.annotations.NullMarked;
