/** Suites of samples and of reports put together by hand, compared with what was before. */
@NullMarked
package dev.relogrid.gate;

import org.jspecify.annotations.NullMarked;
