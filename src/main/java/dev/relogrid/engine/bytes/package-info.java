/**
 * Reading integers and strings out of bytes, and saying where it went wrong.
 *
 * <p>May import nothing of ours. The only package that knows how bytes are stored ({@code ByteBuffer}); it refuses to
 * know any format.
 */
@NullMarked
package dev.relogrid.engine.bytes;

import org.jspecify.annotations.NullMarked;
