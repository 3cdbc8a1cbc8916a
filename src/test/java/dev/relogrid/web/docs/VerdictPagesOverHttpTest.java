package dev.relogrid.web.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.fixture.ServiceCalls;
import dev.relogrid.fixture.ServiceTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Links of reports lead somewhere. */
@ServiceTest
class VerdictPagesOverHttpTest {
    @LocalServerPort
    private int port;

    @Test
    void everyCauseHasAPage() {
        ServiceCalls nobody = new ServiceCalls(port, null);
        for (CauseCode code : CauseCode.values()) {
            HttpResponse<String> page = nobody.get("/docs/verdicts/" + code.name());
            assertEquals(200, page.statusCode(), code.name());
            assertTrue(page.body().contains(code.name()), code.name());
        }
        assertTrue(nobody.get("/docs/verdicts").body().contains("FIELD_MISSING"));
        assertEquals(404, nobody.get("/docs/verdicts/NO_SUCH_CODE").statusCode());
    }
}
