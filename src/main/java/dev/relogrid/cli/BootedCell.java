package dev.relogrid.cli;

import dev.relogrid.vm.BootedObject;
import dev.relogrid.vm.BootedProgram;
import dev.relogrid.vm.BootedProgram.Outcome;
import dev.relogrid.vm.GuestStage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One object on one booted kernel, put into words. What went wrong with the trial is never held against the object. */
final class BootedCell {
    private static final int ENOMEM = 12;

    /** What is said of it. */
    enum Word {
        /** Every program that is loaded by default loaded. */
        LOADS("loads"),
        /** The kernel, or libbpf on it, refused some. */
        REFUSED("refused"),
        /** libbpf did not open it. */
        NOT_OPENED("not opened"),
        /** The trial itself failed. */
        NOT_DECIDED("not decided");

        private final String text;

        Word(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }

        String code() {
            return text.replace(' ', '_');
        }
    }

    private final String kernel;
    private final BootedObject object;
    private final Set<String> leftAlone;
    private final List<BootedProgram> refused = new ArrayList<>();
    private final List<BootedProgram> undecided = new ArrayList<>();
    private int tried;

    /** @param leftAlone programs that no loader loads unless told to: tried too, and not counted */
    BootedCell(String kernel, BootedObject object, Set<String> leftAlone) {
        this.kernel = kernel;
        this.object = object;
        this.leftAlone = leftAlone;
        for (BootedProgram program : object.programs()) {
            if (isCounted(program)) {
                tried++;
                if (isUndecided(program)) {
                    undecided.add(program);
                } else if (program.outcome() != Outcome.LOADED) {
                    refused.add(program);
                }
            }
        }
    }

    String kernel() {
        return kernel;
    }

    BootedObject object() {
        return object;
    }

    boolean isCounted(BootedProgram program) {
        return !leftAlone.contains(program.name());
    }

    /** Nothing can be learned from it: its process died, it took too long, or a map did not fit into the guest's memory. */
    static boolean isUndecided(BootedProgram program) {
        return switch (program.outcome()) {
            case TIMEOUT, INFRA -> true;
            case LIBBPF_FAILED, REJECTED ->
                program.stage() == GuestStage.MAP_CREATE && Math.abs(program.errno()) == ENOMEM;
            case LOADED, UNSUPPORTED_TYPE -> false;
        };
    }

    Word word() {
        if (!refused.isEmpty()) {
            return Word.REFUSED;
        }
        if (object.fault().isFault() || !undecided.isEmpty()) {
            return Word.NOT_DECIDED;
        }
        return object.openErrno() != 0 ? Word.NOT_OPENED : Word.LOADS;
    }

    /** Programs that were tried and count. */
    int tried() {
        return tried;
    }

    List<BootedProgram> refused() {
        return refused;
    }

    List<BootedProgram> undecided() {
        return undecided;
    }

    /** For people: {@code refused 2 of 5}. */
    String text() {
        return word() == Word.REFUSED ? "refused " + refused.size() + " of " + tried : word().toString();
    }
}
