package dev.relogrid.engine.advice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.engine.advice.Replay.Setting;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How well fields are found that the table knows of, without the table. */
final class NearestMatchPrecisionTest {
    /** What came of all fields of the table. */
    private record Counts(List<String> missed, List<String> wrong, int moved, int sure, int gone) {
        static Counts of(List<Replay> replays) {
            List<String> missed = new ArrayList<>();
            List<String> wrong = new ArrayList<>();
            int gone = 0;
            int sure = 0;
            for (Replay replay : replays) {
                String code = FixSnippet.field(replay.local(), replay.found());
                boolean right = !replay.isGone() && replay.isFirst();
                if (!right && !replay.isGone()) {
                    missed.add(replay.toString());
                }
                if (!code.isEmpty() && !(right && replay.rename().sameValue())) {
                    wrong.add(replay + ": " + replay.found().getFirst());
                }
                gone += replay.isGone() ? 1 : 0;
                sure += code.isEmpty() ? 0 : 1;
                assertCodeIsOfTheSure(replay, code);
            }
            return new Counts(missed, wrong, replays.size() - gone, sure, gone);
        }

        private static void assertCodeIsOfTheSure(Replay replay, String code) {
            boolean sure =
                    !replay.found().isEmpty() && replay.found().getFirst().grade() == Grade.VERY_LIKELY;
            assertEquals(sure, !code.isEmpty(), replay::toString);
            for (int i = 1; i < replay.found().size(); i++) {
                assertEquals(Grade.SIMILAR_NAME_ONLY, replay.found().get(i).grade(), replay::toString);
            }
        }

        String text() {
            return moved + " fields that moved, " + (moved - missed.size()) + " ranked first; " + gone
                    + " that are gone; code for " + sure + ", wrong for " + wrong.size() + "; missed " + missed;
        }
    }

    @Test
    void nineOfTenAreRankedFirstAndNoCodeIsWrong() {
        Counts counts = Counts.of(Replay.all());
        System.out.println("nearest match: " + counts.text());
        assertEquals(List.of(), counts.wrong);
        assertTrue(counts.moved >= 180, counts::text);
        assertTrue(10 * counts.missed.size() <= counts.moved, counts::text);
        assertTrue(counts.sure >= 60, counts::text);
    }

    /** Years of other changes lie between the two kernels. */
    @Test
    void farApartFewerAreFoundAndStillNoCodeIsWrong() {
        Counts counts = Counts.of(Replay.all(Setting.FAR));
        System.out.println("nearest match, far apart: " + counts.text());
        assertEquals(List.of(), counts.wrong);
        assertTrue(4 * counts.missed.size() <= counts.moved, counts::text);
    }

    @Test
    void withoutAReferenceTheObjectsOwnTypesDo() {
        Counts counts = Counts.of(Replay.all(Setting.WITHOUT_REFERENCE));
        System.out.println("nearest match, without reference: " + counts.text());
        assertEquals(List.of(), counts.wrong);
        assertTrue(8 * counts.missed.size() <= counts.moved, counts::text);
    }

    @Test
    void theTableKnowsThemAll() {
        for (Replay replay : Replay.all()) {
            Suggestion first = replay.known().getFirst();
            assertEquals(Grade.KNOWN_RENAME, first.grade(), replay::toString);
            assertTrue(!replay.rename().sameValue() || !first.access().isEmpty(), () -> replay + ": " + first);
        }
    }
}
