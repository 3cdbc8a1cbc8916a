package dev.relogrid.vm;

import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.vm.BootReport.Boot;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One run of QEMU: started, listened to, and ended whatever happens. Belongs to the thread that made it. */
final class Guest {
    private static final File NOTHING = new File("/dev/null");
    private static final int CONSOLE_BYTES = 256 << 10;
    private static final int TAIL_CHARS = 6000;
    private static final long OUTPUT_BYTES = 64L << 20;
    private static final int LOOK_MILLIS = 4;
    private static final Duration UNTIL_HELLO = Duration.ofMinutes(2);
    /** After its last word a guest has that long to switch itself off. */
    private static final long GRACE = Duration.ofSeconds(3).toNanos();

    private final Launch launch;
    private final List<InputFrame> input;
    private final Hearing hearing;
    private final Guard guard = Guard.ofThisProcess();

    private long started;
    private long lastSign;
    private long doneAt;
    private SharedArea.@Nullable State lastState;
    private @Nullable Duration untilGuest;
    private @Nullable Duration untilVerdict;
    private @Nullable BootEnd ended;
    private String why = "";

    Guest(Launch launch, List<InputFrame> input, Hearing hearing) {
        this.launch = launch;
        this.input = input;
        this.hearing = hearing;
    }

    /**
     * Boots, and comes back when the guest has ended.
     *
     * @throws BootProblem when there is no room for its files
     * @throws InterruptedException when the thread is interrupted; the guest is gone then
     */
    Boot run() throws InterruptedException {
        long areaBytes = SharedArea.sizeFor(input, OUTPUT_BYTES);
        Path image = launch.kernel().image();
        try (WorkFolder folder = WorkFolder.create(areaBytes + Files.size(image) + launch.program().length);
                SharedArea area = SharedArea.create(folder.area(), input, areaBytes)) {
            folder.writeInitrd(initrd());
            folder.handOverArea(guard);
            List<String> words = new ArrayList<>(guard.words(launch.options().memoryMiB(), areaBytes, seconds()));
            words.addAll(
                    QemuCommand.words(launch, folder.image(image, guard), folder.initrd(), folder.area(), areaBytes));
            return run(words, area);
        } catch (IOException e) {
            // one kernel whose files went away must not take the others' answers with it
            return new Boot(BootEnd.QEMU_DIED, Duration.ZERO, null, null, 0, "cannot start a guest: " + e);
        }
    }

    private byte[] initrd() throws IOException {
        Path config = launch.kernel().config();
        return Initrd.of(
                launch.program(), launch.kernel().release(), config == null ? null : Files.readAllBytes(config));
    }

    private long seconds() {
        return launch.options().wall().toSeconds() * 2 + 60;
    }

    private Boot run(List<String> words, SharedArea area) throws IOException, InterruptedException {
        started = System.nanoTime();
        lastSign = started;
        Process process = Living.start(new ProcessBuilder(words).redirectInput(ProcessBuilder.Redirect.from(NOTHING)));
        try {
            Console console = new Console(process.getInputStream(), CONSOLE_BYTES);
            Console complaints = new Console(process.getErrorStream(), CONSOLE_BYTES / 16);
            watch(process, new FrameReader(area), area);
            process.waitFor();
            console.join();
            complaints.join();
            return boot(process.exitValue(), console.text(), complaints.text());
        } finally {
            Living.end(process);
        }
    }

    /** Until the process has ended; ends it when it is time. */
    private void watch(Process process, FrameReader reader, SharedArea area) throws IOException, InterruptedException {
        boolean over;
        do {
            over = process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            if (ended == null && !listen(reader, area)) {
                end(process, BootEnd.GARBLED);
            }
            long now = System.nanoTime();
            if (doneAt != 0 && now - doneAt > GRACE) {
                process.destroyForcibly();
            } else if (now - started > launch.options().wall().toNanos()) {
                end(process, BootEnd.TIMEOUT);
            } else if (now - lastSign > patience().toNanos()) {
                end(process, BootEnd.HANG);
            }
        } while (!over);
    }

    /** A kernel gives no sign of life before it has come up. */
    private Duration patience() {
        Duration stall = launch.options().stall();
        return hearing.isBooted() || stall.compareTo(UNTIL_HELLO) > 0 ? stall : UNTIL_HELLO;
    }

    private void end(Process process, BootEnd end) {
        if (ended == null && doneAt == 0) {
            ended = end;
        }
        process.destroyForcibly();
    }

    /** Hears all there is to hear; false when it cannot be what our guest said. */
    private boolean listen(FrameReader reader, SharedArea area) throws IOException {
        try {
            SharedArea.State state = area.state();
            if (!state.equals(lastState)) {
                lastState = state;
                lastSign = System.nanoTime();
            }
            for (Frame frame = reader.next(state.outPos()); frame != null; frame = reader.next(state.outPos())) {
                hearing.heard(frame);
                note(frame);
            }
            return true;
        } catch (MalformedInput e) {
            why = String.valueOf(e.getMessage());
            return false;
        }
    }

    private void note(Frame frame) {
        Duration now = Duration.ofNanos(System.nanoTime() - started);
        if (untilGuest == null) {
            untilGuest = now;
        }
        if (untilVerdict == null && frame.type() == Frame.PROGRAM) {
            untilVerdict = now;
        }
        if (hearing.isDone() && doneAt == 0) {
            doneAt = System.nanoTime();
        }
    }

    private Boot boot(int exitCode, String console, String complaints) {
        BootEnd end = reading(exitCode, ConsoleReading.of(console));
        String tail = end == BootEnd.DONE ? "" : tail(console) + tail(complaints) + why;
        Duration total = Duration.ofNanos(System.nanoTime() - started);
        return new Boot(end, total, untilGuest, untilVerdict, hearing.programCount(), tail);
    }

    /** What the guest said counts most, then what its kernel said, then what we had to do. */
    private BootEnd reading(int exitCode, BootEnd console) {
        if (ended == BootEnd.GARBLED) {
            return BootEnd.GARBLED;
        }
        if (hearing.isDone()) {
            return BootEnd.DONE;
        }
        if (console != BootEnd.DONE) {
            return console;
        }
        if (exitCode > 128 && ended == null) {
            return BootEnd.QEMU_DIED;
        }
        if (!hearing.isBooted()) {
            return BootEnd.NOT_BOOTED;
        }
        return ended == null ? BootEnd.RESET : ended;
    }

    private static String tail(String text) {
        return text.substring(Math.max(0, text.length() - TAIL_CHARS));
    }
}
