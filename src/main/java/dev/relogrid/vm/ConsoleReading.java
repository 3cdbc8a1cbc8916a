package dev.relogrid.vm;

import java.util.List;

/**
 * What the last of a console tells of the way a kernel ended. The wordings are those of Linux 5.10 to 7.3:
 * kernel/panic.c, mm/oom_kill.c, arch/x86/kernel/dumpstack.c, arch/arm64/kernel/traps.c, kernel/exit.c.
 */
final class ConsoleReading {
    private static final String PANIC = "Kernel panic - not syncing: ";
    /** What {@code oops=panic} panics with. */
    private static final String FATAL = PANIC + "Fatal exception";

    private static final List<String> BROKEN = List.of(
            "Oops: ",
            "Oops - ",
            "kernel BUG at ",
            "general protection fault",
            "Internal error: ",
            "Unable to handle kernel ",
            "unable to handle page fault",
            "BUG: kernel NULL pointer dereference",
            "BUG: stack guard page was hit",
            "invalid opcode: 0000",
            "divide error: 0000");
    private static final List<String> NO_MEMORY = List.of(
            PANIC + "System is deadlocked on memory",
            PANIC + "Out of memory",
            "Out of memory and no killable processes");
    /** PID 1 is never chosen unless nothing else is left. */
    private static final String FIRST_KILLED = "Out of memory: Killed process 1 ";

    private ConsoleReading() {}

    /** {@link BootEnd#DONE} when it tells of no end at all. */
    static BootEnd of(String console) {
        int panic = console.indexOf(PANIC);
        if (panic < 0) {
            return BootEnd.DONE;
        }
        if (contains(console, NO_MEMORY) || console.substring(0, panic).contains(FIRST_KILLED)) {
            return BootEnd.OUT_OF_MEMORY;
        }
        if (console.startsWith(FATAL, panic) || contains(console.substring(0, panic), BROKEN)) {
            return BootEnd.OOPS;
        }
        return BootEnd.PANIC;
    }

    private static boolean contains(String text, List<String> words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
