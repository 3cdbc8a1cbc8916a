package dev.relogrid.vm;

import java.util.List;

/**
 * What became of an object.
 *
 * @param sha256 of its bytes, 64 lower-case hex digits
 * @param openErrno of opening it, 0 when it was opened
 * @param openSaid libbpf's lines while opening; empty when there were none
 * @param fixedMaps maps the guest gave a size before load, as loaders do, because the object has none for them
 * @param fault why nothing or not everything is known of it: how the guest ended under it; {@link BootEnd#DONE} when
 *     all is known
 */
public record BootedObject(
        String name,
        String sha256,
        int openErrno,
        String openSaid,
        List<FixedMap> fixedMaps,
        List<BootedProgram> programs,
        BootEnd fault) {
    /** A size it got; 0 for what was not changed. */
    public record FixedMap(String map, long maxEntries, long valueSize) {}
}
