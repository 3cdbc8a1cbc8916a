package dev.relogrid.report.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class PrintableTest {
    @Test
    void whatSteersATerminalIsShown() {
        assertEquals("\\x1b[2Jname", Printable.name("\033[2Jname"));
        assertEquals("a\\x0ab", Printable.text("a\nb"));
        assertEquals("\\x9b", Printable.text("\u009b"));
    }

    @Test
    void lettersStay() {
        assertEquals("Größe ✓", Printable.text("Größe ✓"));
        assertEquals("task_struct___new", Printable.name("task_struct___new"));
        assertEquals("\\xf6", Printable.name("ö"));
    }
}
