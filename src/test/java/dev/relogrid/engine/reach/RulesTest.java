package dev.relogrid.engine.reach;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

/** Versions as kernels tell them. */
final class RulesTest {

    @Test
    void aVersionIsItsFirstThreeNumbers() {
        assertEquals(Rules.of(6, 1, 176), Rules.ofVersion("6.1.176-1"));
        assertEquals(Rules.of(5, 10, 0), Rules.ofVersion("5.10.0-43-amd64"));
        assertEquals(Rules.of(7, 3, 0), Rules.ofVersion("7.3~rc7-1~exp1"));
    }

    @Test
    void aTextWithoutNumbersStandsForTheOldest() {
        assertEquals(Rules.of(0, 0, 0), Rules.ofVersion("unknown"));
        assertEquals(Rules.of(0, 0, 0), Rules.ofVersion(""));
    }

    @Test
    void numbersOfAnySizeAreRead() {
        assertEquals(Rules.of(7, 9, 0), Rules.ofVersion("99999999999999999999.5.5"));
    }

    @Test
    void versionsBetweenWhichNothingChangedAreAlike() {
        assertEquals(Rules.of(6, 12, 3), Rules.of(7, 2, 13));
        assertEquals(Rules.of(6, 12, 3).hashCode(), Rules.of(7, 2, 13).hashCode());
        assertNotEquals(Rules.of(6, 1, 36), Rules.of(6, 1, 37));
    }
}
