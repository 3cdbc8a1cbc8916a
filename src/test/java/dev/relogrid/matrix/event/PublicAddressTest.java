package dev.relogrid.matrix.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a webhook may be told, and where not. */
final class PublicAddressTest {

    @ParameterizedTest
    @CsvSource({
        "8.8.8.8, true",
        "172.15.255.255, true",
        "172.16.0.1, false",
        "172.32.0.1, true",
        "10.1.2.3, false",
        "192.168.1.1, false",
        "127.0.0.1, false",
        "127.9.9.9, false",
        "169.254.169.254, false",
        "100.64.0.1, false",
        "0.0.0.0, false",
        "255.255.255.255, false",
        "224.0.0.1, false",
        "198.18.0.1, false",
        "::1, false",
        "::, false",
        "fe80::1, false",
        "fc00::1, false",
        "fd12::1, false",
        "ff02::1, false",
        "::ffff:127.0.0.1, false",
        "64:ff9b::7f00:1, false",
        "64:ff9b::808:808, true",
        "2002:7f00:1::, false",
        "2002:808:808::, true",
        "2001:db8::1, false",
        "2001::1, false",
        "2606:4700::1111, true"
    })
    void isPublic(String address, boolean expected) {
        assertEquals(expected, PublicAddress.is(InetAddress.ofLiteral(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://localhost:8080/x",
                "http://[::1]/",
                "http://0x7f.1/",
                "http://2130706433/",
                "http://169.254.169.254/latest/meta-data"
            })
    void whatIsNotPublicIsRefusedHoweverItIsWritten(String url) {
        assertThrows(WebhookProblem.class, () -> Destination.of(url).resolve(false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org/",
                "file:///etc/passwd",
                "gopher://example.org/",
                "//example.org/",
                "http:///path",
                "http://user:secret@example.org/",
                "http://example.org:99999/",
                "http://example.org/\r\nX-Injected: yes",
                "not a url"
            })
    void whatIsNoUrlToTellIsRefused(String url) {
        assertThrows(WebhookProblem.class, () -> Destination.of(url));
    }

    @Test
    void destinationIsTakenApart() {
        Destination destination = Destination.of("https://example.org/a%20b?c=d#e");
        assertEquals(new Destination(true, "example.org", 443, "/a%20b?c=d"), destination);
        assertEquals("example.org", destination.authority());
        assertEquals(
                "example.org:8443", Destination.of("https://example.org:8443").authority());
    }

    @Test
    void messageSaysWhatIsAllowedAndHow() {
        WebhookProblem problem = assertThrows(
                WebhookProblem.class, () -> Destination.of("http://127.0.0.1/").resolve(false));
        assertTrue(String.valueOf(problem.getMessage()).contains("relogrid.webhooks.allow-private"));
    }
}
