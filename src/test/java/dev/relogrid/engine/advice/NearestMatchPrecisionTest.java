package dev.relogrid.engine.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How well fields are found that the table knows of, without the table. */
final class NearestMatchPrecisionTest {
    /** What the search says of the fields that went somewhere, and of those that went nowhere. */
    @Test
    void nineOfTenAreRankedFirstAndNoCodeIsWrong() {
        List<String> missed = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        int moved = 0;
        int sure = 0;
        int gone = 0;
        for (Replay replay : Replay.all()) {
            Suggestion first = replay.found().isEmpty() ? null : replay.found().getFirst();
            String code = FixSnippet.field(replay.local(), replay.found());
            boolean sureOfIt = first != null && first.grade() == Grade.VERY_LIKELY;
            if (replay.isGone()) {
                gone++;
            } else {
                moved++;
                missed.addAll(replay.isFirst() ? List.of() : List.of(replay + " " + replay.found()));
                sure += sureOfIt ? 1 : 0;
            }
            boolean right = !replay.isGone() && replay.isFirst() && replay.rename().sameValue();
            if (!code.isEmpty() && !right) {
                wrong.add(replay + ": " + first);
            }
            assertEquals(sureOfIt, !code.isEmpty(), () -> replay + ": " + first);
        }
        String counts = moved + " fields that moved, " + (moved - missed.size()) + " ranked first, " + sure
                + " with code, " + wrong.size() + " with wrong code; " + gone + " that are gone; missed: " + missed;
        System.out.println("nearest match: " + counts);
        assertEquals(List.of(), wrong);
        assertTrue(10 * missed.size() <= moved, counts);
        assertTrue(sure >= 60, counts);
    }

    @Test
    void theTableKnowsThemAll() {
        for (Replay replay : Replay.all()) {
            Suggestion first = replay.known().getFirst();
            assertEquals(Grade.KNOWN_RENAME, first.grade(), replay::toString);
            boolean readable = replay.rename().sameValue() && !first.path().startsWith("struct block_device");
            assertTrue(!readable || !first.access().isEmpty(), () -> replay + ": " + first);
        }
    }
}
