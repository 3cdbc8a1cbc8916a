package dev.relogrid.cli;

import dev.relogrid.vm.BootedProgram;
import dev.relogrid.vm.GuestLog;
import dev.relogrid.vm.GuestStage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One reason why programs were refused, and which programs on which kernels; in the words of the kernel or of libbpf. */
final class BootedRefusal {
    private static final int LINES = 3;
    private static final Pattern OF_PROGRAM = Pattern.compile("^libbpf: (prog|object) '[^']*': ");
    /** What libbpf says behind every reason. */
    private static final Pattern NO_NEWS = Pattern.compile(
            "libbpf: prog '[^']*': (failed to (load|prepare load attributes): -.*|BPF program load failed: .*"
                    + "|-- (BEGIN|END) PROG LOAD LOG --)|libbpf: failed to load object .*");

    private final BootedProgram first;
    private final Set<String> programs = new LinkedHashSet<>();
    private final Set<String> kernels = new LinkedHashSet<>();

    private BootedRefusal(BootedProgram first) {
        this.first = first;
    }

    private record Key(String reason, GuestStage stage, int errno) {}

    /** Those with most programs first; programs that do not count are left out. */
    static List<BootedRefusal> of(BootOutcome outcome) {
        Map<Key, BootedRefusal> refusals = new LinkedHashMap<>();
        outcome.cells().forEach((name, cells) -> {
            for (BootedCell cell : cells) {
                for (BootedProgram program : cell.refused()) {
                    var key = new Key(reason(program), program.stage(), program.errno());
                    BootedRefusal refusal = refusals.computeIfAbsent(key, k -> new BootedRefusal(program));
                    refusal.programs.add(outcome.shown(name) + ": " + program.name());
                    refusal.kernels.add(cell.kernel());
                }
            }
        });
        List<BootedRefusal> sorted = new ArrayList<>(refusals.values());
        sorted.sort((a, b) -> Integer.compare(b.programs.size(), a.programs.size()));
        return sorted;
    }

    String reason() {
        return reason(first);
    }

    /** Without the program's name, for the same may be wrong with several. */
    private static String reason(BootedProgram program) {
        String reason = OF_PROGRAM.matcher(program.reason()).replaceFirst("libbpf: ");
        return reason.isEmpty() ? "no reason was given" : reason;
    }

    /** Who refused, and with what: {@code the verifier (prog_load, EINVAL)}. */
    String place() {
        return BootWords.of(first.stage()) + " (" + first.stage().name().toLowerCase(Locale.ROOT) + ", "
                + ErrnoName.of(first.errno()) + ")";
    }

    /** Object and program. */
    Collection<String> programs() {
        return programs;
    }

    Collection<String> kernels() {
        return kernels;
    }

    /** The last lines of what was said of the first of them, the verifier's statistics left out. */
    List<String> lastLines() {
        List<String> lines = lines(first);
        return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
    }

    /** The last line of source the log came by, null when it has none. */
    @Nullable
    String sourceLine() {
        List<String> lines = lines(first);
        for (String line : lines.reversed()) {
            if (line.startsWith("; ")) {
                return line.substring(2).strip();
            }
        }
        return null;
    }

    private static List<String> lines(BootedProgram program) {
        GuestLog log = program.verifierLog();
        GuestLog used = log == null || log.total() == 0 ? program.libbpf() : log;
        if (used == null) {
            return List.of();
        }
        return used.lines().stream()
                .filter(line ->
                        !line.equals(program.reason()) && !NO_NEWS.matcher(line).matches())
                .toList();
    }
}
