package dev.relogrid.policy;

import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.report.CauseCard;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cause that is accepted for a while. All that is said of code, path and program has to fit; one of them is said.
 *
 * @param code the cause's code
 * @param path what is wanted: a field with its struct, {@code inode.i_ctime}, and all below it; or a name as reports print
 *     it, {@code bpf_loop}
 * @param program the program it is accepted for; null for all
 * @param reason why, for whoever reads the report
 * @param until the last day it holds
 */
public record Ignore(
        @Nullable CauseCode code,
        @Nullable String path,
        @Nullable String program,
        String reason,
        LocalDate until) {

    /** Whether it no longer holds on that day. */
    public boolean isExpired(LocalDate today) {
        return today.isAfter(until);
    }

    /** Whether code and path fit; the program is a matter of what was found on a kernel. */
    boolean fits(CauseCard cause) {
        return (code == null || code == cause.code()) && (path == null || isAbout(path, cause.wanted()));
    }

    /** {@code struct inode.i_ctime.tv_sec} is about {@code inode}, {@code inode.i_ctime}, not about {@code i_ctime}. */
    private static boolean isAbout(String path, String wanted) {
        return words(wanted).stream().anyMatch(word -> word.equals(path) || startsWithSteps(word, path))
                || words(path).size() > 1 && (wanted.equals(path) || startsWithSteps(wanted, path));
    }

    private static boolean startsWithSteps(String word, String path) {
        return word.startsWith(path) && (word.charAt(path.length()) == '.' || word.charAt(path.length()) == '[');
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("[ ,()]", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** What it is about, without reason and date. */
    public String subject() {
        StringBuilder text = new StringBuilder();
        text.append(code == null ? "" : " " + code);
        text.append(path == null ? "" : " " + path);
        text.append(program == null ? "" : " in " + program);
        return text.substring(1);
    }

    @Override
    public String toString() {
        return subject() + " until " + until + ": " + reason;
    }
}
