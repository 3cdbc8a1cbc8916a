package dev.relogrid.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What is pushed, and under which paths: as seen from the current folder, so that every machine calls it the same. */
final class PushedObjects {
    private PushedObjects() {}

    /**
     * All objects in what somebody named, by path, with slashes.
     *
     * @param notes takes sentences on what was passed over
     * @throws NoAnswer when one cannot be read, lies outside the current folder or is called as another one
     */
    static Map<String, ObjectFile> in(List<Path> files, Consumer<String> notes) {
        Map<String, ObjectFile> objects = new LinkedHashMap<>();
        for (Path file : files) {
            for (ObjectFile object : ObjectFile.in(relative(file), notes, PushedObjects::refuse)) {
                String path = path(object.name());
                ObjectFile other = objects.putIfAbsent(path, object);
                if (other != null && !other.sha256().equals(object.sha256())) {
                    throw new NoAnswer(object.name() + ": two different objects would have the path " + path);
                }
            }
        }
        return objects;
    }

    /** A service that is not given all of a release would answer for what it was given. */
    private static void refuse(String part, NoAnswer why) {
        throw why;
    }

    /** Where a build machine keeps its folders is nobody's business, and different on the next one. */
    private static Path relative(Path file) {
        Path here = Path.of("").toAbsolutePath().normalize();
        Path there = here.resolve(file).normalize();
        if (!there.startsWith(here)) {
            throw new NoAnswer(file + ": lies outside the current folder, from which paths in the project are taken;"
                    + " run push in a folder above it");
        }
        Path relative = here.relativize(there);
        return relative.toString().isEmpty() ? Path.of(".") : relative;
    }

    /** Without what servers refuse in an address. */
    private static String path(String name) {
        List<String> parts = new ArrayList<>();
        for (String part : name.replaceAll("[%;\\\\\\p{Cntrl}]", "_").split("/", -1)) {
            if (part.equals("..")) {
                parts.add("_");
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }
}
