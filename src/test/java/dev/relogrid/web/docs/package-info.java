/** Tests of the pages that answers lead to. */
@NullMarked
package dev.relogrid.web.docs;

import org.jspecify.annotations.NullMarked;
