package dev.relogrid.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.image.Extraction;
import dev.relogrid.engine.bytes.MalformedInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real kernels, whole and with something wrong. */
final class KernelHealthTest {
    private static final String TRIXIE = "trixie/amd64/6.12.107";
    private final Archive shipped = Archive.open(SampleArchive.dir());

    @TempDir
    private Path dir = Path.of("");

    private NewKernel shipped(String part) throws IOException {
        return shipped(shipped.find(part));
    }

    private NewKernel shipped(CatalogEntry entry) throws IOException {
        Extraction vmlinux = entry.btf() == null
                ? new Extraction.NoBtf("built without")
                : new Extraction.Found(shipped.vmlinuxBtf(entry), List.of());
        return new NewKernel(entry.id(), entry.origin(), vmlinux, shipped.moduleBtf(entry));
    }

    @Test
    void everyShippedKernelIsHealthy() throws IOException {
        for (CatalogEntry entry : shipped.entries()) {
            NewKernel kernel = shipped(entry);
            NewKernel checked = KernelHealth.check(kernel);
            assertEquals(List.of(), checked.quarantine(), () -> entry.id().toString());
            assertSame(kernel.vmlinux(), checked.vmlinux());
            assertEquals(kernel.modules().keySet(), checked.modules().keySet());
        }
    }

    @Test
    void truncatedModulesAndThoseOfAnotherBuildAreQuarantined() throws IOException {
        NewKernel kernel = shipped(TRIXIE);
        byte[] whole = Objects.requireNonNull(kernel.modules().get("nf_tables"));
        kernel.modules().put("cut", Arrays.copyOf(whole, whole.length / 2));
        kernel.modules().put("other_order", swapped(whole));
        kernel.modules()
                .put("foreign", Objects.requireNonNull(newest().modules().get("nf_tables")));

        NewKernel checked = KernelHealth.check(kernel);

        assertEquals(
                List.of("cut", "foreign", "other_order"),
                checked.quarantine().stream().map(Quarantined::part).toList());
        assertTrue(checked.quarantine().getFirst().why().contains("expected"), checked.quarantine()::toString);
        assertTrue(checked.modules().containsKey("nf_tables"));
        assertEquals(kernel.modules().size() - 3, checked.modules().size());
    }

    private NewKernel newest() throws IOException {
        return shipped("7.3.4+deb13-cloud-amd64");
    }

    /** Only its header, which is all that is looked at before the order is known. */
    private static byte[] swapped(byte[] btf) {
        byte[] header = new byte[24];
        header[0] = (byte) 0xeb;
        header[1] = (byte) 0x9f;
        header[2] = 1;
        header[7] = 24;
        return btf.length == 0 ? btf : header;
    }

    @Test
    void theKernelItselfIsQuarantinedWithAllThatIsBasedOnIt() throws IOException {
        NewKernel kernel = shipped(TRIXIE);
        byte[] btf = assertInstanceOf(Extraction.Found.class, kernel.vmlinux()).btf();
        assertQuarantined("expected", with(kernel, kernel.id(), Arrays.copyOf(btf, btf.length / 2)));
        assertQuarantined("little-endian byte order", with(kernel, KernelId.of("debian/sid/s390x/1"), btf));
        assertQuarantined("no struct cred, dentry", with(kernel, kernel.id(), TestKernels.btf("int")));
        assertQuarantined("no struct task_struct", with(kernel, kernel.id(), withoutTaskStruct(btf)));
    }

    private static NewKernel with(NewKernel kernel, KernelId id, byte[] btf) {
        return new NewKernel(id, kernel.origin(), new Extraction.Found(btf, List.of()), kernel.modules());
    }

    private static byte[] withoutTaskStruct(byte[] btf) {
        String text = new String(btf, StandardCharsets.ISO_8859_1);
        return text.replace("\0task_struct\0", "\0tusk_struct\0").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void assertQuarantined(String words, NewKernel kernel) {
        NewKernel checked = KernelHealth.check(kernel);

        String reason =
                assertInstanceOf(Extraction.NoBtf.class, checked.vmlinux()).reason();
        assertTrue(reason.startsWith("quarantined when it was added: ") && reason.contains(words), reason);
        assertEquals(0, checked.modules().size());
        assertEquals(
                List.of(Quarantined.MODULES, Quarantined.VMLINUX),
                checked.quarantine().stream().map(Quarantined::part).toList());
    }

    @Test
    void theCatalogKeepsTheSentences() throws IOException {
        NewKernel kernel = TestKernels.kernel("debian/sid/amd64/1", TestKernels.btf("int"));
        var sentence = new Quarantined("veth", "its BTF is not what it should be");
        CatalogEntry written;
        try (ArchiveWriter writer = ArchiveWriter.open(dir)) {
            written = writer.add(
                    new NewKernel(kernel.id(), kernel.origin(), kernel.vmlinux(), kernel.modules(), List.of(sentence)),
                    false);
        }

        assertEquals(List.of(sentence), written.quarantine());
        assertEquals(List.of(written), Archive.open(dir).entries());
        assertNull(written.noBtf());
    }

    @Test
    void quarantineInTheCatalogMustBeAList() {
        String row =
                "{\"format\":1,\"kernels\":[{\"id\":\"a/b/c/d\",\"package\":\"\",\"version\":\"\",\"flavour\":\"\","
                        + "\"source\":[],\"modules\":[],\"noBtf\":\"x\",\"btf\":null,\"quarantine\":%s}]}";

        byte[] wrong = row.formatted("\"no\"").getBytes(StandardCharsets.UTF_8);
        assertThrows(MalformedInput.class, () -> Catalog.parse(wrong));
        byte[] right = row.formatted("null").getBytes(StandardCharsets.UTF_8);
        assertEquals(List.of(), Catalog.parse(right).entries().getFirst().quarantine());
    }
}
