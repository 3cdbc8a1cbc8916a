/** Policies as people write them, held against reports put together by hand. */
@NullMarked
package dev.relogrid.policy;

import org.jspecify.annotations.NullMarked;
