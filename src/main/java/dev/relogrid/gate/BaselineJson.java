package dev.relogrid.gate;

import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.gate.Baseline.Before;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Reads what was found before out of a report for programs, as {@code gate.render.SuiteJson} writes it. Objects that could
 * not be answered then were asked on no kernel: nothing is compared with them. Takes memory by what the report says, and
 * never more than a small multiple of its size.
 */
public final class BaselineJson {
    /** The schema that is read; within one, fields are only ever added. */
    static final int SCHEMA_VERSION = 2;

    /** The largest report that is read, in bytes; sixty objects of fifty programs on all kernels have half of it. */
    static final int LARGEST = 1 << 29;

    private static final String VERSION = "a report of schemaVersion";

    private final JsonIn in;
    private final Verdict failOn;
    private final Map<String, Before> objects = new LinkedHashMap<>();
    private final Shared shared = new Shared();
    private boolean versioned;
    private boolean listed;

    private BaselineJson(JsonIn in, Verdict failOn) {
        this.in = in;
        this.failOn = failOn;
    }

    /** Whether these bytes are such a report rather than an object: they begin with a brace, but for blanks. */
    public static boolean isReport(byte[] content) {
        int start = content.length > 2 && content[0] == (byte) 0xef && content[1] == (byte) 0xbb ? 3 : 0;
        for (int i = start; i < content.length; i++) {
            if (content[i] != ' ' && content[i] != '\t' && content[i] != '\r' && content[i] != '\n') {
                return content[i] == '{';
            }
        }
        return false;
    }

    /**
     * @param label what it is called in sentences
     * @param failOn from which verdict on a kernel fails, for reports written before they said so themselves
     * @throws BadBaseline when it is no such report
     */
    public static Baseline read(String label, byte[] json, Verdict failOn) {
        if (json.length > LARGEST) {
            throw new BadBaseline("", "a report of at most " + LARGEST + " bytes", json.length + " bytes");
        }
        Map<String, Before> objects = new LinkedHashMap<>();
        JsonIn.read(json, in -> objects.putAll(new BaselineJson(in, failOn).document()));
        return new Baseline(label, objects);
    }

    private Map<String, Before> document() {
        in.object("a report that was written as JSON", this::field);
        if (!versioned) {
            throw in.missing(VERSION + " " + SCHEMA_VERSION);
        }
        if (!listed) {
            throw in.missing("'objects'");
        }
        return objects;
    }

    private void field(String name) {
        switch (name) {
            case "schemaVersion" -> {
                in.require(SCHEMA_VERSION, VERSION);
                versioned = true;
            }
            case "objects" -> {
                in.array("an array of objects", this::object);
                listed = true;
            }
            case "errors" -> in.array("an array of errors", this::unread);
            default -> in.skip();
        }
    }

    private void object() {
        BaselineObject object = new BaselineObject(in, failOn, shared);
        in.object("an object that was judged", object::field);
        put(object.name(), object.before());
    }

    private void unread() {
        String[] name = {""};
        in.object("an object without an answer", field -> {
            if (field.equals("object")) {
                name[0] = in.text("an object's name");
            } else {
                in.skip();
            }
        });
        put(name[0], new Before(Set.of(), Map.of(), Map.of()));
    }

    private void put(String name, Before before) {
        if (objects.put(name, before) != null) {
            throw in.bad("objects of different names", "'" + name + "' twice");
        }
    }

    /** Names and sets of names that come again and again, each once. */
    static final class Shared {
        private final Map<String, String> names = new LinkedHashMap<>();
        private final Map<Set<String>, Set<String>> sets = new LinkedHashMap<>();

        String name(String name) {
            return names.computeIfAbsent(name, same -> same);
        }

        Set<String> set(Set<String> set) {
            return sets.computeIfAbsent(set, Set::copyOf);
        }
    }
}
