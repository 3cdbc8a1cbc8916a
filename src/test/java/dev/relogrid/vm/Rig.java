package dev.relogrid.vm;

import dev.relogrid.fixture.RealObjects;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Kernels, objects and settings for tests that boot. The kernels and the guest are what ci/setup brings. */
final class Rig {
    static final GuestPrograms GUESTS = GuestPrograms.in(Path.of("target/guest"));
    private static final Path KERNELS = Path.of("target/corpus/kernels");

    private Rig() {}

    /** The only kernel of that suite and architecture. */
    static BootKernel kernel(String suite, String arch) {
        Path of = KERNELS.resolve(suite).resolve(arch);
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(of)) {
            Path folder = folders.iterator().next();
            String release = folder.getFileName().toString();
            String id = "debian/" + suite + "/" + arch + "/" + release;
            return new BootKernel(id, arch, release, folder.resolve("vmlinuz"), folder.resolve("config"), List.of());
        } catch (IOException e) {
            throw new IllegalStateException(of + " is missing: ./relogrid test fetches it and runs the tests", e);
        }
    }

    static BootKernel withImage(BootKernel kernel, Path image) {
        return new BootKernel(kernel.id(), kernel.arch(), kernel.release(), image, kernel.config(), List.of());
    }

    /** An object of a package, by a part of its file's name. */
    static BootObject real(String part) throws IOException {
        for (Path file : RealObjects.all()) {
            if (file.getFileName().toString().contains(part)) {
                return BootObject.of(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        throw new IllegalStateException("no object " + part + " among the packages");
    }

    /** One of our own samples. */
    static BootObject sample(String name) throws IOException {
        return BootObject.of(name, Files.readAllBytes(Path.of("src/test/bpf/samples", name + ".bpf.o")));
    }

    /** On emulation, in little memory, and with limits that a loaded machine keeps. */
    static BootOptions options() {
        return BootOptions.DEFAULT
                .withAccelerator(Accelerator.TCG)
                .withMemory(384)
                .withLimits(Duration.ofSeconds(90), Duration.ofSeconds(5));
    }

    static Boots boots() {
        return Boots.open(GUESTS, options());
    }

    /** With a fault on purpose in the first boots. */
    static Boots faulty(int selftest, int boots) {
        return boots().with(boot -> boot < boots ? Map.of("selftest", "" + selftest) : Map.of());
    }
}
