package dev.relogrid.archive.image;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.engine.elf.Elf;
import dev.relogrid.engine.elf.Section;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gets the raw BTF, and the kernel around it, out of whatever file a kernel or module comes in, recognised by content and never by name: raw BTF,
 * ELF vmlinux and .ko, bzImage, EFI zboot, flat arm64 and riscv64 images, s390x images, BTFHub's tarballs, and any of
 * these compressed. Layer by layer is unwrapped until BTF is found; how much may be unpacked is bounded by the size
 * of the file ({@link Budget}), how deep by {@link #MAX_DEPTH}.
 */
public final class KernelImage {
    /** An .xz of a tar of an EFI zboot image of a zstd would need five. */
    private static final int MAX_DEPTH = 8;
    /** Not one of the many little compressed things a kernel carries (its config, its initramfs). */
    private static final int SMALLEST_KERNEL = 1 << 20;

    private static final int TRIES_PER_MAGIC = 40;

    private final String name;
    private final Budget budget;
    private final List<String> steps = new ArrayList<>();
    private boolean kernelSeen;
    /** The kernel itself, once it is unwrapped. */
    private byte @Nullable [] kernel;

    private KernelImage(String name, long length) {
        this.name = name;
        this.budget = new Budget(name, length);
    }

    /**
     * @param name what errors call the file
     * @param file all of its bytes, which are not changed and may be returned
     * @throws MalformedInput when the file is damaged or nothing a kernel comes in
     */
    public static Extraction extract(String name, byte[] file) {
        return contents(name, file).types();
    }

    /** The same with what else a kernel has in it. */
    public static KernelContents contents(String name, byte[] file) {
        KernelImage image = new KernelImage(name, file.length);
        Extraction types = image.unwrap(file);
        return new KernelContents(types, image.kernel);
    }

    private Extraction unwrap(byte[] file) {
        byte[] data = file;
        for (int depth = 0; depth < MAX_DEPTH; depth++) {
            if (BtfScan.isMagic(data, 0)) {
                return new Extraction.Found(data, List.copyOf(steps));
            }
            if (Elf.looksLike(bytes(data))) {
                return elf(data);
            }
            byte[] inner = layer(data);
            if (inner == null) {
                return flat(data);
            }
            data = inner;
        }
        throw new MalformedInput(name, 0, "a kernel in at most " + MAX_DEPTH + " wrappings", "more");
    }

    /** What is inside the wrapping whose header {@code data} begins with, or null for none. */
    private byte @Nullable [] layer(byte[] data) {
        BootImage boot = BootImage.of(name, data);
        if (boot != null) {
            steps.add(boot.kind());
            kernelSeen = true;
            if (boot.payloadLen() != 0) {
                return payload(data, boot);
            }
            return boot.flat() ? null : scanForKernel(data);
        }
        Compression compression = Compression.at(data, 0);
        if (compression != null) {
            return unpack(compression, data, 0, data.length);
        }
        if (Tarball.isTar(data)) {
            steps.add("tar");
            return Tarball.onlyBtf(name, data, budget);
        }
        return null;
    }

    private byte[] payload(byte[] data, BootImage boot) {
        Compression compression = Compression.at(data, boot.payloadOff());
        if (compression == null) {
            Bytes payload = bytes(data).slice(name, boot.payloadOff(), boot.payloadLen());
            throw new MalformedInput(name, boot.payloadOff(), "a compressed kernel", firstBytes(payload));
        }
        return unpack(compression, data, boot.payloadOff(), boot.payloadLen());
    }

    private byte[] unpack(Compression compression, byte[] data, int off, int len) {
        byte[] out = compression.unpack(name, data, off, len, budget);
        steps.add(compression.word());
        return out;
    }

    /** For images that do not say where their kernel is: the first compressed thing as large as a kernel. */
    private byte @Nullable [] scanForKernel(byte[] data) {
        for (Compression compression : Compression.values()) {
            int tries = compression.isStrong() || compression == Compression.GZIP ? TRIES_PER_MAGIC : 0;
            for (int at = 0; at < data.length && tries > 0; at++) {
                if (data[at] == compression.magic()[0] && compression.beginsAt(data, at)) {
                    tries--;
                    byte[] kernel = tryUnpack(compression, data, at);
                    if (kernel != null) {
                        return kernel;
                    }
                }
            }
        }
        return null;
    }

    /** A magic met by chance is no error: then there is simply nothing here. */
    private byte @Nullable [] tryUnpack(Compression compression, byte[] data, int at) {
        try {
            byte[] out = compression.unpack(name, data, at, data.length - at, budget);
            if (out.length >= SMALLEST_KERNEL) {
                steps.add(compression.word());
                return out;
            }
        } catch (MalformedInput e) {
            if (budget.isSpent()) {
                throw e;
            }
        }
        return null;
    }

    private Extraction elf(byte[] data) {
        Bytes file = bytes(data);
        boolean is64 = file.length() > 4 && file.u8(4) == 2;
        if (!is64) {
            // the engine reads 64-bit ELF only; a 32-bit vmlinux is scanned like a flat image
            steps.add("32-bit ELF vmlinux");
            kernelSeen = true;
            return flat(data);
        }
        Elf elf = Elf.parse(file);
        if (elf.machine() == Elf.EM_BPF) {
            throw new MalformedInput(name, 18, "a kernel or module", "an eBPF object (ELF machine 247)");
        }
        boolean module = elf.fileType() == Elf.ET_REL;
        kernel = module ? null : data;
        steps.add(module ? "ELF module" : "ELF vmlinux");
        Section btf = elf.section(".BTF");
        if (btf == null || btf.size() == 0) {
            return new Extraction.NoBtf(trail() + " without a .BTF section: built without CONFIG_DEBUG_INFO_BTF");
        }
        Section distilled = elf.section(".BTF.base");
        if (distilled != null && distilled.size() != 0) {
            throw new MalformedInput(
                    name + ", .BTF",
                    0,
                    "types over the kernel's",
                    "types over the module's own .BTF.base, not read yet");
        }
        return new Extraction.Found(elf.data(btf).toArray(), List.copyOf(steps));
    }

    private Extraction flat(byte[] data) {
        kernel = data;
        byte[] btf = BtfScan.find(data);
        if (btf != null) {
            return new Extraction.Found(btf, List.copyOf(steps));
        }
        if (kernelSeen) {
            return new Extraction.NoBtf(trail() + " with no BTF in it: built without CONFIG_DEBUG_INFO_BTF");
        }
        throw new MalformedInput(
                name,
                0,
                "BTF, an ELF file or a kernel image" + (steps.isEmpty() ? "" : " inside " + trail()),
                firstBytes(bytes(data)));
    }

    private String trail() {
        return String.join(", ", steps);
    }

    private Bytes bytes(byte[] data) {
        return Bytes.of(name, data, ByteOrder.LITTLE_ENDIAN);
    }

    private static String firstBytes(Bytes data) {
        if (data.length() == 0) {
            return "an empty file";
        }
        return HexFormat.ofDelimiter(" ")
                .formatHex(data.slice("start", 0, Math.min(4, data.length())).toArray());
    }
}
