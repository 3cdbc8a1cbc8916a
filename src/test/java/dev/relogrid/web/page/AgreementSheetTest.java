package dev.relogrid.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AgreementSheetTest {
    private static final String KERNEL = "debian/trixie/amd64/6.12.94+deb13-amd64";

    private static String text(String json) {
        return SheetText.of(AgreementSheet.of(new Told(new JsonMapper().readTree(json))), List.of());
    }

    @Test
    void aWrongPredictionIsNamed() {
        String counts = """
                {"programs": 5, "trueOk": 2, "trueBroken": 1, "falseOk": 1, "falseBroken": 0, "conditional": 1,
                 "unknown": 0, "noTrial": 0}
                """;
        String said = text("""
                {"counts": %s, "kernels": [{"kernel": "%s", "counts": %s}],
                 "disagreements": [{"program": "on_open", "object": "ctime.bpf.o", "kernel": "%s", "predicted": "ok",
                  "outcome": "rejected", "detail": "R1 invalid mem access"}]}
                """.formatted(counts, KERNEL, counts, KERNEL));
        assertTrue(said.startsWith("Booted kernels agree with 3 of 4 predictions; 1 more"), said);
        assertTrue(said.contains("R1 invalid mem access"), said);
        assertTrue(said.contains(KERNEL), said);
    }

    @Test
    void nothingBootedIsASentence() {
        String said = text("{\"counts\": {\"programs\": 0}, \"kernels\": [], \"disagreements\": []}");
        assertEquals("No kernel was booted yet; a run of the kind boot does (docs/API.md, Runs).", said.strip());
    }
}
