package dev.relogrid.archive.debian;

import dev.relogrid.archive.KernelId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One kernel build of an index. Up to 6.18 one package has everything; from 6.19 on image, configuration and modules
 * are in three, and of builds that have been superseded often the image is all that is left.
 *
 * @param id {@code debian/suite/arch/release}
 * @param version of the package with the image
 * @param image the package with the image
 * @param base the one with the configuration, null when it is in {@code image} or gone
 * @param modules the one with the modules, null when they are in {@code image} or gone
 * @param split whether the layout is the one of three packages
 */
record KernelBuild(
        KernelId id,
        String version,
        PoolFile image,
        @Nullable PoolFile base,
        @Nullable PoolFile modules,
        boolean split) {
    private static final Pattern FLAVOUR =
            Pattern.compile("(?<=-)((?:rt-|cloud-)?(?:amd64|arm64(?:-16k)?|armmp(?:-lpae)?"
                    + "|686(?:-pae)?|powerpc64le(?:-64k)?|s390x|riscv64|loong64|marvell|rpi"
                    + "|4kc-malta|5kc-malta|loongson-3|octeon|mips32r2el|mips64r[26]el))$");

    /** The variant in the name of a release, empty when it has none that Debian has. */
    static String flavour(String release) {
        Matcher matcher = FLAVOUR.matcher(release);
        return matcher.find() ? matcher.group(1) : "";
    }

    String flavour() {
        return flavour(id.release());
    }

    /** Whether its modules can be had. */
    boolean hasModules() {
        return !split || modules != null;
    }

    /** What has to be fetched, the image first. */
    List<PoolFile> files(boolean withModules) {
        List<PoolFile> files = new ArrayList<>(List.of(image));
        if (base != null) {
            files.add(base);
        }
        if (withModules && modules != null) {
            files.add(modules);
        }
        return files;
    }
}
