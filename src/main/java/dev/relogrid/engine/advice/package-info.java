/**
 * What to do about something a kernel lacks: where it went, what is known of its renaming, and code that works before and
 * after.
 *
 * <p>May import {@code core}, {@code kernel}, {@code object}, {@code finding}, {@code insn}, {@code btf}, {@code bytes}.
 * Refuses to know verdicts.
 */
@NullMarked
package dev.relogrid.engine.advice;

import org.jspecify.annotations.NullMarked;
