package dev.relogrid.archive;

import dev.relogrid.archive.pack.Pack;
import dev.relogrid.archive.pack.PackBuilder;
import dev.relogrid.archive.pack.PackBuilder.RawBtf;
import dev.relogrid.archive.pack.PackedKernel;
import dev.relogrid.archive.pack.SameTypes;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.bytes.MalformedInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a pack of kernels of an archive, and does not trust it: every kernel is read out of the finished pack again and
 * compared with what the archive has, type by type.
 */
public final class Packing {
    /** So many kernels are read at a time, to be measured on all processors. */
    private static final int BATCH = 8;

    /** Neighbours share most: one line of builds after the other, in the order of their age. */
    private static final Comparator<CatalogEntry> NEIGHBOURS = Comparator.comparing(
                    (CatalogEntry entry) -> entry.id().arch())
            .thenComparing(entry -> entry.origin().flavour())
            .thenComparing(BuildOrder.INSTANCE)
            .thenComparing(CatalogEntry::id);

    private final Archive archive;
    private final Progress progress;

    /** By the digest of a kernel's BTF: builds that share a file are measured once, which is most of the work. */
    private final Map<String, Integer> xzSizes = new ConcurrentHashMap<>();

    /** Hears how far it is. */
    public interface Progress {
        /**
         * @param step what is being done
         * @param done of {@code all} kernels
         */
        void at(String step, int done, int all);
    }

    Packing(Archive archive, Progress progress) {
        this.archive = archive;
        this.progress = progress;
    }

    /**
     * The bytes of the pack.
     *
     * @throws MalformedInput when a kernel holds what a pack cannot, or what was packed does not come out of it again
     */
    byte[] pack(List<CatalogEntry> entries) throws IOException {
        List<CatalogEntry> sorted = entries.stream().sorted(NEIGHBOURS).toList();
        PackBuilder builder = new PackBuilder();
        for (int from = 0; from < sorted.size(); from += BATCH) {
            progress.at("reading", from, sorted.size());
            List<CatalogEntry> batch = sorted.subList(from, Math.min(sorted.size(), from + BATCH));
            batch.parallelStream().map(this::contents).toList().forEach(builder::add);
        }
        progress.at("packing", sorted.size(), sorted.size());
        byte[] bytes = builder.build();
        compare(sorted, bytes);
        return bytes;
    }

    private PackBuilder.Contents contents(CatalogEntry entry) {
        try {
            SortedMap<String, RawBtf> modules = new TreeMap<>();
            PackedKernel before = before(entry);
            if (entry.btf() == null) {
                return new PackBuilder.Contents(
                        PackedRows.facts(entry), null, modules, archive.config(entry), archive.symbols(entry));
            }
            for (Map.Entry<String, byte[]> module : archive.moduleBtf(entry).entrySet()) {
                modules.put(module.getKey(), measured(module.getValue(), sizes(before, module.getKey())));
            }
            return new PackBuilder.Contents(
                    PackedRows.facts(entry),
                    kernel(entry, before),
                    modules,
                    archive.config(entry),
                    archive.symbols(entry));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RawBtf kernel(CatalogEntry entry, @Nullable PackedKernel before) throws IOException {
        byte[] btf = archive.vmlinuxBtf(entry);
        if (before == null && entry.btf() instanceof BlobRef file) {
            return new RawBtf(btf, btf.length, xzSizes.computeIfAbsent(file.sha256(), digest -> XzSize.of(btf)));
        }
        return measured(btf, before == null ? null : before.types());
    }

    private @Nullable PackedKernel before(CatalogEntry entry) {
        PackRef.Place place = entry.place();
        return place == null
                ? null
                : archive.pack(place.pack()).pack().kernels().get(place.kernel());
    }

    private static PackedKernel.@Nullable Part sizes(@Nullable PackedKernel kernel, String module) {
        if (kernel != null) {
            for (PackedKernel.Part part : kernel.modules()) {
                if (part.name().equals(module)) {
                    return part;
                }
            }
        }
        return null;
    }

    /** Sizes are those of the BTF that was added first, whose strings stood in another order. */
    private static RawBtf measured(byte[] btf, PackedKernel.@Nullable Part before) {
        return before == null
                ? new RawBtf(btf, btf.length, XzSize.of(btf))
                : new RawBtf(btf, before.size(), before.xzSize());
    }

    private void compare(List<CatalogEntry> entries, byte[] bytes) {
        Pack pack = Pack.of(bytes);
        pack.verify();
        AtomicInteger done = new AtomicInteger();
        IntStream.range(0, entries.size()).parallel().forEach(i -> {
            progress.at("comparing", done.getAndIncrement(), entries.size());
            compare(entries.get(i), pack, i);
        });
    }

    private void compare(CatalogEntry entry, Pack pack, int kernel) {
        if (entry.btf() == null) {
            return;
        }
        try {
            String name = entry.id().toString();
            Btf base = parse(name, archive.vmlinuxBtf(entry), null);
            Btf packedBase = parse(name, pack.vmlinux(kernel), null);
            SameTypes.check(name, base, packedBase);
            Map<String, byte[]> packed = pack.modules(kernel);
            for (Map.Entry<String, byte[]> module : archive.moduleBtf(entry).entrySet()) {
                byte[] other = packed.get(module.getKey());
                if (other == null) {
                    throw new MalformedInput("pack", 0, "module " + module.getKey() + " of " + name, "none");
                }
                SameTypes.check(
                        name + " module " + module.getKey(),
                        parse(name, module.getValue(), base),
                        parse(name, other, packedBase));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Btf parse(String name, byte[] btf, @Nullable Btf base) {
        Bytes bytes = Bytes.of(name, btf, ByteOrder.LITTLE_ENDIAN);
        return base == null ? Btf.parse(bytes) : Btf.parseSplit(bytes, base);
    }
}
