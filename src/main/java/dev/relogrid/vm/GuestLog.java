package dev.relogrid.vm;

/**
 * A log, or its head and its tail.
 *
 * @param total bytes it had
 * @param head what is kept of it from the start, everything when it is whole
 * @param tail what is kept of its end, empty when it is whole
 */
public record GuestLog(long total, String head, String tail) {
    public boolean isWhole() {
        return tail.isEmpty();
    }

    /** With a line for what was left out. */
    public String text() {
        return isWhole()
                ? head
                : head + "\n[... " + (total - head.length() - tail.length()) + " bytes left out ...]\n" + tail;
    }
}
