package dev.relogrid.cli;

import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.gate.Unread;
import dev.relogrid.policy.Policy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;

/** Reads objects somebody named, as they are to be loaded, and keeps what could not be read. */
final class ObjectReading {
    private final ProfileOptions profile;
    private final Policy policy;
    private final Consumer<String> notes;
    private final Consumer<String> problems;
    private final List<Unread> unread = new ArrayList<>();

    /**
     * @param notes takes sentences on what was passed over
     * @param problems takes a sentence on everything that could not be read
     */
    ObjectReading(ProfileOptions profile, Policy policy, Consumer<String> notes, Consumer<String> problems) {
        this.profile = profile;
        this.policy = policy;
        this.notes = notes;
        this.problems = problems;
    }

    /** Those that can be read, each path once. */
    List<CheckedObject> those(List<Path> paths) {
        List<CheckedObject> objects = new ArrayList<>();
        for (Path path : new LinkedHashSet<>(paths)) {
            try {
                for (ObjectFile file : ObjectFile.in(path, notes, this::unopened)) {
                    add(file, objects);
                }
            } catch (NoAnswer e) {
                unread(path.toString(), "unreadable", e);
            }
        }
        return objects;
    }

    /**
     * All of them. What was before has to be known in full, or old breakage would be taken for new.
     *
     * @throws NoAnswer when any cannot be read
     */
    List<CheckedObject> all(Path path) {
        return ObjectFile.in(path, notes, ObjectReading::refuse).stream()
                .map(this::checked)
                .toList();
    }

    /** Of which there is no answer, so far. */
    List<Unread> unread() {
        return unread;
    }

    private void add(ObjectFile file, List<CheckedObject> objects) {
        try {
            objects.add(checked(file));
        } catch (NoAnswer e) {
            unread(file.name(), e.getCause() == null ? "bad_profile" : "malformed", e);
        }
    }

    /** @throws NoAnswer when it is no object, or cannot be loaded as is asked */
    private CheckedObject checked(ObjectFile file) {
        try {
            BpfObject object = profile.parse(file.name(), file.bytes(), policy);
            return new CheckedObject(file.name(), file.sha256(), object, profile.presets(file.name(), object, policy));
        } catch (MalformedInput e) {
            throw NoAnswer.about(file.name(), e);
        }
    }

    private void unopened(String name, NoAnswer why) {
        unread(name, "unreadable", why);
    }

    private void unread(String name, String code, NoAnswer why) {
        String message = String.valueOf(why.getMessage());
        problems.accept(message);
        String prefix = name + ": ";
        unread.add(new Unread(name, code, message.startsWith(prefix) ? message.substring(prefix.length()) : message));
    }

    private static void refuse(String name, NoAnswer why) {
        throw why;
    }
}
