package dev.relogrid.archive.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.bytes.MalformedInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The config of a kernel, from a file or out of the kernel. */
final class ConfigTextTest {
    private static final byte[] TEXT = ascii(
            "# Linux/x86 7.2.13 Kernel Configuration\nCONFIG_BPF=y\n# CONFIG_BPFILTER is not set\nCONFIG_HZ=250\n");

    record Case(String name, String says, Containers.Wrapping wrapping) {
        @Override
        public String toString() {
            return name;
        }
    }

    static final List<Case> DAMAGED = List.of(
            new Case("empty", "expected a line CONFIG_NAME=value", text -> new byte[0]),
            new Case("other text", "expected a line CONFIG_NAME=value", text -> ascii("hello\n")),
            new Case("gzip cut", "an intact gzip stream", text -> Arrays.copyOf(Containers.gzip(text), 30)),
            new Case("bomb", "a config of at most", text -> Containers.gzip(new byte[100 << 20])));

    @Test
    void fileIsKeptAsItIs() throws IOException {
        assertArrayEquals(TEXT, ConfigText.of("config", TEXT));
        assertArrayEquals(TEXT, ConfigText.of("config.gz", Containers.gzip(TEXT)));
        assertEquals(2, ConfigText.options(TEXT));
    }

    @Test
    void kernelMayCarryIt() throws IOException {
        byte[] mark = ascii("IKCFG_ST");
        byte[] image = Containers.arm64Image(
                Containers.concat(mark, ascii("IKCFG_ED words alone"), mark, Containers.gzip(TEXT), ascii("IKCFG_ED")));

        assertArrayEquals(TEXT, KernelImage.contents("Image", image).config());
        assertNull(KernelImage.contents("Image", Containers.arm64Image(mark)).config());
        byte[] cut = Arrays.copyOf(Containers.gzip(TEXT), 30);
        byte[] damaged = Containers.arm64Image(Containers.concat(mark, cut));
        assertNull(KernelImage.contents("Image", damaged).config());
    }

    @ParameterizedTest
    @FieldSource("DAMAGED")
    void damageIsNamed(Case damaged) throws IOException {
        byte[] file = damaged.wrapping.wrap(TEXT);

        var e = assertThrows(MalformedInput.class, () -> ConfigText.of("FILE", file));

        assertTrue(String.valueOf(e.getMessage()).startsWith("FILE"), e::getMessage);
        assertTrue(String.valueOf(e.getMessage()).contains(damaged.says), e::getMessage);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
