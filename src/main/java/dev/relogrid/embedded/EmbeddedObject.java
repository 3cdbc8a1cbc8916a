package dev.relogrid.embedded;

/**
 * An eBPF object and where it was found.
 *
 * @param name the path of a file that is one; {@code agent#handle_open} of one inside another file, after its first
 *     program, or {@code agent#object} when it has none; {@code layer.tar:usr/bin/agent#handle_open} of one in an
 *     archive. {@code ~2} is appended to the name of the second with other bytes. No offsets and no hashes: the next
 *     build of the same program has the same names
 * @param content the object's bytes, its own copy
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record EmbeddedObject(String name, byte[] content) {}
