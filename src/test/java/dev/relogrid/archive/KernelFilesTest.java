package dev.relogrid.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.bytes.MalformedInput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which kernels a path on the command line stands for. */
final class KernelFilesTest {
    private static final byte[] BASE = TestKernels.btf("pid_t");
    private static final byte[] SPLIT = TestKernels.split("pid_t", "nat_t");

    @TempDir
    private Path dir = Path.of("");

    @Test
    void fileIsOneKernelCalledByItsPath() throws IOException {
        Path file = write("my.btf", BASE);

        StoredKernel kernel = KernelFiles.open(List.of(file, file)).getLast();

        assertEquals(file.toString(), kernel.id());
        assertEquals("pid_t", firstType(kernel));
        assertEquals(List.of(), kernel.modules());
    }

    @Test
    void folderAsInSysKernelBtf() throws IOException {
        write("vmlinux", BASE);
        write("nf_nat", SPLIT);
        write("aesni-intel", SPLIT);
        write("README", new byte[] {'h', 'i'});

        List<StoredKernel> kernels = KernelFiles.open(dir);

        assertEquals(List.of(dir.resolve("vmlinux").toString()), ids(kernels));
        assertEquals(List.of("aesni_intel", "nf_nat"), moduleNames(kernels.getFirst()));
        assertEquals(2, kernels.getFirst().modules().getFirst().btf().startId());
    }

    @Test
    void folderWithModulesInside() throws IOException {
        write("vmlinux.btf", BASE);
        write("config", new byte[] {'#'});
        write("modules/nf-nat.btf", SPLIT);
        write("modules/veth.btf.gz", gzip(SPLIT));

        List<StoredKernel> kernels = KernelFiles.open(dir);

        assertEquals(List.of(dir.resolve("vmlinux.btf").toString()), ids(kernels));
        assertEquals(List.of("nf_nat", "veth"), moduleNames(kernels.getFirst()));
    }

    @Test
    void treeOfKernelsInOrder() throws IOException {
        write("ubuntu/20.04/x86_64/5.4.0-100-generic.btf", BASE);
        write("ubuntu/20.04/x86_64/5.4.0-42-generic.btf.gz", gzip(BASE));
        write("debian/sid/amd64/7.2/vmlinux.btf", BASE);
        write("debian/sid/amd64/7.2/modules/nf_nat.btf", SPLIT);
        write("README.md", new byte[] {'#'});

        List<StoredKernel> kernels = KernelFiles.open(dir);

        assertEquals(
                List.of(
                        dir + "/debian/sid/amd64/7.2/vmlinux.btf",
                        dir + "/ubuntu/20.04/x86_64/5.4.0-42-generic.btf.gz",
                        dir + "/ubuntu/20.04/x86_64/5.4.0-100-generic.btf"),
                ids(kernels));
        for (StoredKernel kernel : kernels) {
            assertEquals("pid_t", firstType(kernel));
        }
    }

    @Test
    void severalBootImagesAreSeveralKernels() throws IOException {
        write("vmlinuz-6.1.0-9-amd64", BASE);
        write("vmlinuz-6.1.0-10-amd64", BASE);
        write("config-6.1.0-9-amd64", new byte[] {'#'});

        assertEquals(
                List.of(dir + "/vmlinuz-6.1.0-9-amd64", dir + "/vmlinuz-6.1.0-10-amd64"), ids(KernelFiles.open(dir)));
    }

    @Test
    void circleOfLinksEnds() throws IOException {
        write("a/x.btf", BASE);
        Files.createSymbolicLink(dir.resolve("a/back"), dir);

        assertEquals(List.of(dir + "/a/x.btf"), ids(KernelFiles.open(dir)));
    }

    @Test
    void nothingThereIsSaid() throws IOException {
        write("notes.txt", new byte[] {'x'});

        assertTrue(problem(dir).startsWith("no kernel in " + dir));
        assertEquals("no such file: " + dir.resolve("absent"), problem(dir.resolve("absent")));
    }

    @Test
    void damagedModuleIsNamedAndOnlyItIsLost() throws IOException {
        write("vmlinux", BASE);
        Path bad = write("modules/veth.ko", new byte[] {0x7f, 'E', 'L', 'F', 2});
        StoredKernel kernel = KernelFiles.open(dir).getFirst();

        assertEquals("pid_t", firstType(kernel));
        MalformedInput error = assertThrows(MalformedInput.class, kernel::modules);
        assertTrue(String.valueOf(error.getMessage()).startsWith("ELF header"), error::getMessage);
        Files.delete(bad);
        assertEquals(List.of(), kernel.modules());
    }

    private static String problem(Path path) {
        return String.valueOf(
                assertThrows(ArchiveProblem.class, () -> KernelFiles.open(path)).getMessage());
    }

    private static List<String> ids(List<StoredKernel> kernels) {
        return kernels.stream().map(StoredKernel::id).toList();
    }

    private static List<String> moduleNames(StoredKernel kernel) {
        return kernel.modules().stream().map(NamedBtf::name).toList();
    }

    private static String firstType(StoredKernel kernel) {
        Btf btf = kernel.vmlinux();
        return btf == null ? "no BTF" : btf.name(1);
    }

    private Path write(String name, byte[] content) throws IOException {
        Path file = dir.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.toByteArray();
    }
}
