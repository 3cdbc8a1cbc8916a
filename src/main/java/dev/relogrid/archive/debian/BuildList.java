package dev.relogrid.archive.debian;

import dev.relogrid.archive.DebianVersionOrder;
import dev.relogrid.archive.KernelId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Gathers the kernel builds of one suite out of the stanzas of its indexes. */
final class BuildList {
    static final String DISTRO = "debian";

    private static final Pattern NAME =
            Pattern.compile("linux-(image|binary|base|modules)-(unsigned-)?([0-9].*?)(-unsigned)?");
    /** Packages that only name others have a few kilobytes; no kernel has so few. */
    private static final long SMALLEST_KERNEL = 1_000_000;

    /** The newest; of one build the signed package, which is what people run. */
    private static final Comparator<Image> BEST = Comparator.comparing(Image::build, DebianVersionOrder.INSTANCE)
            .thenComparing(Image::signed)
            .thenComparing(Image::version, DebianVersionOrder.INSTANCE);

    private final Suite suite;
    private final Map<Release, Image> images = new HashMap<>();
    private final Map<Side, PoolFile> sides = new HashMap<>();

    BuildList(Suite suite) {
        this.suite = suite;
    }

    private record Release(String arch, String name) {}

    private record Image(String version, boolean signed, boolean split, PoolFile file) {
        String build() {
            return BuildList.build(version);
        }
    }

    private record Side(Release release, String kind, String build) {}

    /** A signature made anew adds {@code +1} to the version of a signed package; the kernel in it is the same. */
    static String build(String version) {
        return version.replaceFirst("(?<=[0-9])\\+[0-9]$", "");
    }

    /** Takes a stanza of any package; most are none of a kernel's. */
    void accept(Map<String, String> stanza) {
        String name = stanza.getOrDefault("Package", "");
        if (!name.startsWith("linux-")) {
            return;
        }
        Matcher matcher = NAME.matcher(name);
        PoolFile file = PoolFile.of(stanza);
        if (!matcher.matches()
                || file == null
                || KernelBuild.flavour(matcher.group(3)).isEmpty()) {
            return;
        }
        var release = new Release(stanza.getOrDefault("Architecture", ""), matcher.group(3));
        String version = stanza.getOrDefault("Version", "");
        String kind = matcher.group(1);
        if (kind.equals("base") || kind.equals("modules")) {
            sides.put(new Side(release, kind, build(version)), file);
        } else if (file.size() >= SMALLEST_KERNEL) {
            boolean signed = matcher.group(2) == null && matcher.group(4) == null;
            images.merge(
                    release,
                    new Image(version, signed, kind.equals("binary"), file),
                    (a, b) -> BEST.compare(a, b) >= 0 ? a : b);
        }
    }

    /** All builds, in the order of their ids; of those with the same id the newest. */
    List<KernelBuild> builds() {
        return images.entrySet().stream()
                .map(found -> build(found.getKey(), found.getValue()))
                .sorted(Comparator.comparing(KernelBuild::id))
                .toList();
    }

    private KernelBuild build(Release release, Image image) {
        return new KernelBuild(
                new KernelId(DISTRO, suite.name(), release.arch, release.name),
                image.version,
                image.file,
                image.split ? side(release, "base", image) : null,
                image.split ? side(release, "modules", image) : null,
                image.split);
    }

    private @Nullable PoolFile side(Release release, String kind, Image image) {
        return sides.get(new Side(release, kind, image.build()));
    }
}
