package dev.relogrid.accuracy;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.ShippedBtf;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.fixture.RealObjects;
import dev.relogrid.vm.BootedObject;
import dev.relogrid.vm.agreement.Agreement;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Judges the real objects that were tried on a booted kernel and are still to be had. */
final class Booted {
    private static final Path SAMPLES = Path.of("src/test/bpf/samples");

    private final Archive archive = Archive.open(ShippedBtf.ARCHIVE);
    private final Map<String, Path> files = new HashMap<>();

    Booted() throws IOException {
        for (Path file : objects()) {
            files.put(RealObjects.sha256(Files.readAllBytes(file)), file);
        }
    }

    /**
     * Objects for machines of the kernels' byte order: others compiled by others, and the samples, which have a program for
     * most that can go wrong.
     */
    static List<Path> objects() throws IOException {
        List<Path> objects = new ArrayList<>();
        for (Path file : RealObjects.all()) {
            if (!file.getFileName().toString().contains("_s390x_")) {
                objects.add(file);
            }
        }
        try (Stream<Path> samples = Files.list(SAMPLES)) {
            samples.filter(file -> file.toString().endsWith(".bpf.o")).sorted().forEach(objects::add);
        }
        return objects;
    }

    /** Package and name. */
    static String name(Path object) {
        String name = object.getFileName().toString();
        if (object.startsWith(SAMPLES)) {
            return "sample " + name;
        }
        String[] parts = name.split("_", 4); // suite, architecture, package, the rest
        String rest = parts[3].substring(0, parts[3].lastIndexOf('-'));
        return parts[2] + " (" + parts[0] + ", " + parts[1] + ") " + rest;
    }

    Agreement agreement(BootedKernel booted) throws IOException {
        Agreement agreement = Agreement.on(archive.kernel(archive.find(booted.id())), Set.of());
        for (BootedObject object : booted.objects()) {
            Path file = files.get(object.sha256());
            if (file != null) {
                agreement.add(
                        Bytes.of(file.toString(), Files.readAllBytes(file), ByteOrder.LITTLE_ENDIAN), Map.of(), object);
            }
        }
        return agreement;
    }
}
