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
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Judges the real objects that were tried on a booted kernel and are still to be had. */
final class Booted {
    private final Archive archive = Archive.open(ShippedBtf.ARCHIVE);
    private final Map<String, Path> files = new HashMap<>();

    Booted() throws IOException {
        for (Path file : RealObjects.all()) {
            files.put(RealObjects.sha256(Files.readAllBytes(file)), file);
        }
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
