package dev.relogrid.archive;

import dev.relogrid.archive.CatalogEntry.Origin;
import dev.relogrid.archive.image.Extraction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Kernels of one type, small enough to write many archives with. */
final class TestKernels {
    private TestKernels() {}

    /** BTF of a single {@code int} type of that name. */
    static byte[] btf(String typeName) {
        byte[] strings = ("\0" + typeName + "\0").getBytes(StandardCharsets.US_ASCII);
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x9f, (byte) 0xeb, 1, 0});
        for (int word : new int[] {24, 0, 16, 16, strings.length, 1, 1 << 24, 4, 1 << 24 | 32}) {
            out.writeBytes(new byte[] {(byte) word, (byte) (word >> 8), (byte) (word >> 16), (byte) (word >> 24)});
        }
        out.writeBytes(strings);
        return out.toByteArray();
    }

    /** A module's BTF: one type over the base's one; its name follows the base's strings. */
    static byte[] split(String baseTypeName, String typeName) {
        byte[] split = btf(typeName);
        int stringsOfBase = baseTypeName.length() + 2;
        split[24] = (byte) (stringsOfBase + 1);
        return split;
    }

    static NewKernel kernel(String id, byte[] btf) {
        return new NewKernel(
                KernelId.of(id),
                new Origin("linux-image", "1.0-1", "cloud", List.of("linux-image")),
                new Extraction.Found(btf, List.of()),
                new TreeMap<>());
    }

    static NewKernel withModule(NewKernel kernel, String name, byte[] split) {
        return new NewKernel(kernel.id(), kernel.origin(), kernel.vmlinux(), new TreeMap<>(Map.of(name, split)));
    }

    /** An archive of kernels {@code debian/sid/amd64/1}, {@code …/2} and so on, each with BTF of its own. */
    static Archive archive(Path dir, int kernels) throws IOException {
        try (ArchiveWriter writer = ArchiveWriter.open(dir)) {
            for (int i = 1; i <= kernels; i++) {
                writer.add(kernel("debian/sid/amd64/" + i, btf("type_" + i)), false);
            }
        }
        return Archive.open(dir);
    }

    /** The blob file of that kernel's vmlinux BTF. */
    static Path blobOf(Archive archive, String id) throws IOException {
        return fileOf(archive, Objects.requireNonNull(archive.find(id).btf()));
    }

    /** The file that blob is in. */
    static Path fileOf(Archive archive, PartRef part) throws IOException {
        String sha256 = Objects.requireNonNull(part.sha256());
        try (Stream<Path> files = Files.walk(archive.dir())) {
            return files.filter(file -> file.getFileName().toString().startsWith(sha256))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
