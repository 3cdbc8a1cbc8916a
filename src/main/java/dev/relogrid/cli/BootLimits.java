package dev.relogrid.cli;

import dev.relogrid.vm.Accelerator;
import dev.relogrid.vm.BootOptions;
import dev.relogrid.vm.Boots;
import dev.relogrid.vm.GuestPrograms;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How guests are run; a mixin. */
final class BootLimits {
    private static final int LEAST_MEMORY = 256;
    private static final int MOST_MEMORY = 64 << 10;

    /** What runs the guest's instructions. */
    enum Choice {
        AUTO,
        TCG,
        KVM;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(names = "--memory", paramLabel = "MB", description = "Of each guest (default: ${DEFAULT-VALUE}).")
    private int memory = BootOptions.DEFAULT.memoryMiB();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "The longest one boot may take with all it is given (default: 1200).")
    private long timeout = BootOptions.DEFAULT.wall().toSeconds();

    @Option(
            names = "--at-once",
            paramLabel = "N",
            description = "Guests side by side (default: a processor less than there are, in the memory that is free).")
    private int atOnce;

    @Option(
            names = "--accel",
            paramLabel = "WHICH",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}; kvm where a guest really boots on it).")
    private Choice accel = Choice.AUTO;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    int memory() {
        return memory;
    }

    /** @throws dev.relogrid.vm.BootProblem when there are no guest programs */
    Boots boots(boolean attach) {
        require(memory >= LEAST_MEMORY && memory <= MOST_MEMORY, "--memory", LEAST_MEMORY + " to " + MOST_MEMORY);
        require(timeout > 0, "--timeout", "a number of seconds");
        require(atOnce >= 0, "--at-once", "a number of guests");
        Duration wall = Duration.ofSeconds(timeout);
        Duration stall = BootOptions.DEFAULT.stall();
        BootOptions options = BootOptions.DEFAULT
                .withAttach(attach)
                .withMemory(memory)
                .withLimits(wall, wall.compareTo(stall) < 0 ? wall : stall)
                .withAccelerator(accelerator());
        return atOnce == 0
                ? Boots.open(GuestPrograms.found(), options)
                : Boots.open(GuestPrograms.found(), options, Integer.MAX_VALUE, atOnce);
    }

    private @Nullable Accelerator accelerator() {
        return switch (accel) {
            case AUTO -> null;
            case TCG -> Accelerator.TCG;
            case KVM -> Accelerator.KVM;
        };
    }

    private void require(boolean good, String option, String expected) {
        if (!good) {
            throw new ParameterException(command.commandLine(), option + ": expected " + expected);
        }
    }
}
