package dev.relogrid.vm;

import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.vm.BootedObject.FixedMap;
import dev.relogrid.vm.BootedProgram.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What one guest has said of one object so far. */
final class HeardObject {
    private static final int MAX_PROGRAMS = 65536;
    private static final int EINVAL = 22;

    private final int openErrno;
    private final String openSaid;
    private final boolean died;
    private final List<FixedMap> fixedMaps;
    private final List<GuestJson> listed;
    private final int programCount;
    private final boolean attach;
    private final SortedMap<Integer, BootedProgram> programs = new TreeMap<>();

    HeardObject(GuestJson json, boolean attach) {
        this.openErrno = json.has("preset_error") ? EINVAL : json.within("open_errno", -1, Integer.MAX_VALUE);
        this.openSaid = openSaid(json);
        this.died = json.has("died");
        this.fixedMaps = fixedMaps(json);
        this.attach = attach;
        this.listed = json.rows("programs");
        this.programCount = json.withinOr("program_count", 0, Integer.MAX_VALUE, listed.size());
    }

    BootedProgram program(GuestJson frame, HeardLogs logs) {
        int index = index(frame);
        BootedProgram program = ProgramWords.program(frame, index < listed.size() ? listed.get(index) : null, logs);
        programs.put(index, program);
        return program;
    }

    /** The program it belongs to, with it; null when it does not belong to one. */
    @Nullable
    BootedProgram attached(GuestJson frame) {
        if (!frame.has("prog")) {
            return null; // a struct_ops map
        }
        int index = index(frame);
        BootedProgram program = programs.get(index);
        if (program == null) {
            throw new MalformedInput("attach frame", 0, "a program that has been reported", "program " + index);
        }
        BootedProgram now = ProgramWords.with(program, ProgramWords.attached(frame));
        programs.put(index, now);
        return now;
    }

    private int index(GuestJson frame) {
        return frame.within("prog", 0, Math.min(programCount, MAX_PROGRAMS) - 1);
    }

    /** Whether nothing more is to come. */
    boolean isComplete() {
        if (openErrno != 0) {
            return true;
        }
        for (int i = 0; i < Math.min(programCount, MAX_PROGRAMS); i++) {
            BootedProgram program = programs.get(i);
            boolean off = i < listed.size() && listed.get(i).numberOr("switched_off", 0) == 1;
            if (program == null && !off) {
                return false;
            }
            if (attach && program != null && program.outcome() == Outcome.LOADED && program.attached() == null) {
                return false;
            }
        }
        return true;
    }

    /** Whether a process of the guest died over it: worth another try. */
    boolean hasFault() {
        for (BootedProgram program : programs.values()) {
            if (program.outcome() == Outcome.INFRA) {
                return true;
            }
        }
        return died;
    }

    private static String openSaid(GuestJson json) {
        if (json.has("preset_error")) {
            return json.text("preset_error");
        }
        return json.has("died")
                ? "the process that opened it came to no end: " + json.text("died")
                : json.textOr("libbpf", "");
    }

    private static List<FixedMap> fixedMaps(GuestJson json) {
        List<FixedMap> fixed = new ArrayList<>();
        for (GuestJson map : json.rows("fixed_maps")) {
            fixed.add(new FixedMap(map.text("map"), map.numberOr("max_entries", 0), map.numberOr("value_size", 0)));
        }
        return List.copyOf(fixed);
    }

    BootedObject object(String name, String sha256, BootEnd fault) {
        return new BootedObject(name, sha256, openErrno, openSaid, fixedMaps, List.copyOf(programs.values()), fault);
    }
}
