package dev.relogrid.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** However much a guest prints, we keep the end of it. */
final class ConsoleTest {
    @Test
    void keepsTheEnd() throws Exception {
        byte[] flood = "0123456789".repeat(1_000_000).getBytes(StandardCharsets.ISO_8859_1);
        Console console = new Console(new ByteArrayInputStream(flood), 15);
        console.join();
        assertEquals("567890123456789", console.text());
        assertEquals(flood.length, console.total());
    }

    @Test
    void keepsAllOfALittle() throws Exception {
        Console console = new Console(new ByteArrayInputStream(new byte[] {'a', (byte) 0xe9}), 15);
        console.join();
        assertEquals("a\u00e9", console.text());
    }

    @Test
    void silence() throws Exception {
        Console console = new Console(InputStream.nullInputStream(), 15);
        console.join();
        assertEquals("", console.text());
    }
}
