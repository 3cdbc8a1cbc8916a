package dev.relogrid.vm;

import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.vm.BootReport.GuestFacts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes sense of the frames of one boot: what the guest says of itself, of each object it was given, of its kernel. */
final class Hearing {
    private static final int MAX_FACTS = 1 << 17;
    /** Of a line that is no fact. */
    private static final int MOST_SHOWN = 80;

    /** Is told of programs as they come. */
    interface Ear {
        void program(int object, BootedProgram program);
    }

    private final int objectCount;
    private final boolean attach;
    private final Ear ear;
    private final List<HeardObject> objects = new ArrayList<>();
    private final HeardLogs logs = new HeardLogs();
    private final SortedMap<String, String> facts = new TreeMap<>();
    private @Nullable GuestJson hello;
    private @Nullable Told pending;
    private boolean done;
    private int programs;

    /** A program that may still be said to be attached. */
    private record Told(int object, BootedProgram program) {}

    Hearing(int objectCount, boolean attach, Ear ear) {
        this.objectCount = objectCount;
        this.attach = attach;
        this.ear = ear;
    }

    /** @throws MalformedInput when it is not what our guest could have said at that point */
    void heard(Frame frame) {
        if (hello == null && frame.type() != Frame.HELLO && frame.type() != Frame.NOTE) {
            throw new MalformedInput("guest's frames", 0, "hello", "a frame of type " + frame.type());
        }
        switch (frame.type()) {
            case Frame.HELLO -> hello(GuestJson.of("hello frame", frame.payload()));
            case Frame.OBJECT -> object(GuestJson.of("object frame", frame.payload()));
            case Frame.PROGRAM -> program(GuestJson.of("program frame", frame.payload()));
            case Frame.ATTACH -> attached(GuestJson.of("attach frame", frame.payload()));
            case Frame.LOG -> logs.heard(frame.payload());
            case Frame.FACTS -> facts(frame.payload());
            case Frame.DONE -> {
                tell();
                done = true;
            }
            default -> {
                // notes are for people; what a later guest may say besides is not for us
            }
        }
    }

    private void hello(GuestJson json) {
        if (hello != null) {
            throw new MalformedInput("hello frame", 0, "one hello", "another");
        }
        facts(json, Accelerator.TCG, "", List.of()); // so that what is missing is missed now
        hello = json;
    }

    private void object(GuestJson json) {
        tell();
        int index = json.within("obj", 0, objectCount - 1);
        if (index != objects.size()) {
            throw new MalformedInput("object frame", 0, "object " + objects.size(), "object " + index);
        }
        objects.add(new HeardObject(json, attach));
    }

    private void program(GuestJson json) {
        tell();
        int index = json.within("obj", 0, objectCount - 1);
        pending = new Told(index, introduced(index).program(json, logs));
        programs++;
        if (!attach) {
            tell();
        }
    }

    private void attached(GuestJson json) {
        int index = json.within("obj", 0, objectCount - 1);
        BootedProgram program = introduced(index).attached(json);
        if (program != null) {
            pending = new Told(index, program);
        }
    }

    private HeardObject introduced(int index) {
        if (index >= objects.size()) {
            throw new MalformedInput("program frame", 0, "an object that was introduced", "object " + index);
        }
        return objects.get(index);
    }

    private void tell() {
        Told told = pending;
        pending = null;
        if (told != null) {
            ear.program(told.object(), told.program());
        }
    }

    /** Lines of a name, a tab, and a value. */
    private void facts(byte[] payload) {
        for (String line :
                new String(payload, StandardCharsets.ISO_8859_1).lines().toList()) {
            int tab = line.indexOf('\t');
            if (tab <= 0 || facts.size() >= MAX_FACTS) {
                String shown = line.substring(0, Math.min(line.length(), MOST_SHOWN));
                throw new MalformedInput(
                        "facts frame", 0, "at most " + MAX_FACTS + " lines NAME<TAB>VALUE", "'" + shown + "'");
            }
            facts.put(line.substring(0, tab), line.substring(tab + 1));
        }
    }

    boolean isBooted() {
        return hello != null;
    }

    boolean isDone() {
        return done;
    }

    int programCount() {
        return programs;
    }

    SortedMap<String, String> facts() {
        return facts;
    }

    /** What is known of an object, or null when it was not reached. */
    @Nullable
    HeardObject object(int index) {
        return index >= 0 && index < objects.size() ? objects.get(index) : null;
    }

    /** How many objects were introduced. */
    int introducedCount() {
        return objects.size();
    }

    /** Null when the guest never said hello. */
    @Nullable
    GuestFacts guest(Accelerator accelerator, String qemu, List<String> modules) {
        return hello == null ? null : facts(hello, accelerator, qemu, modules);
    }

    private static GuestFacts facts(GuestJson hello, Accelerator accelerator, String qemu, List<String> modules) {
        return new GuestFacts(
                hello.text("release"),
                hello.text("version"),
                hello.text("libbpf_api"),
                accelerator.word(),
                qemu,
                hello.within("mem_mb", 0, Integer.MAX_VALUE),
                modules);
    }
}
