package dev.relogrid.vm;

import java.util.ArrayList;
import java.util.List;

/**
 * A log, or its head and its tail.
 *
 * @param total bytes it had
 * @param head what is kept of it from the start, everything when it is whole
 * @param tail what is kept of its end, empty when it is whole
 */
public record GuestLog(long total, String head, String tail) {
    private static final List<String> STATISTICS =
            List.of("processed ", "insns processed ", "verification time ", "stack depth ");

    public boolean isWhole() {
        return tail.isEmpty();
    }

    /** Its lines but for empty ones and the verifier's statistics (kernel/bpf/verifier.c, {@code print_verification_stats}). */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (String line : text().lines().toList()) {
            if (!line.isBlank() && STATISTICS.stream().noneMatch(line::startsWith)) {
                lines.add(line.stripTrailing());
            }
        }
        return lines;
    }

    /** With a line for what was left out. */
    public String text() {
        return isWhole()
                ? head
                : head + "\n[... " + (total - head.length() - tail.length()) + " bytes left out ...]\n" + tail;
    }
}
