package dev.relogrid.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.fixture.ServiceCalls;
import dev.relogrid.fixture.ServiceTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** What whoever starts the service reads, and scripts wait for. */
@ServiceTest
@TestPropertySource(properties = {"relogrid.announce=true", "relogrid.access.new-admin-token=true"})
@ExtendWith(OutputCaptureExtension.class)
final class AnnouncementTest {
    @LocalServerPort
    private int port;

    @Test
    void saysWhereItIsAndHowABrowserSignsIn(CapturedOutput output) {
        List<String> lines = output.getOut()
                .lines()
                .filter(line -> line.startsWith("relogrid: "))
                .toList();
        String here = "http://127.0.0.1:" + port;
        assertEquals("relogrid: " + here, lines.get(lines.size() - 2), "as scripts know it");
        String link = lines.getLast().replaceFirst("relogrid: sign in: ", "");
        assertTrue(link.startsWith(here + "/settings#token=rlg_"), link);
        String token = link.substring(link.indexOf('=') + 1);
        assertTrue(lines.contains("relogrid: admin token: " + token), "the one that was printed");
        assertEquals(200, new ServiceCalls(port, token).get("/api/v1/tokens").statusCode());
    }
}
