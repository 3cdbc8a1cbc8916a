package dev.relogrid.archive.source;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which distribution made an rpm: by its vendor, or by the mark in its release ({@code .fc42}, {@code .el9_5}). */
record RpmDistro(@Nullable String name, @Nullable String suite) {
    /** A word of the vendor's or distribution's name in lower case, and the distribution; the first that is met. */
    private static final List<List<String>> VENDORS = List.of(
            List.of("fedora", "fedora"),
            List.of("centos", "centos"),
            List.of("rocky", "rocky"),
            List.of("alma", "almalinux"),
            List.of("oracle", "oracle"),
            List.of("amazon", "amazon"),
            List.of("red hat", "rhel"),
            List.of("opensuse", "opensuse"),
            List.of("suse", "sles"),
            List.of("microsoft", "azurelinux"));

    private static final Pattern MARK = Pattern.compile("\\.(fc|el|amzn|azl)([0-9]+)");

    static PackageFacts facts(RpmHeader header) {
        String release = header.string(RpmHeader.RELEASE);
        RpmDistro distro = of(header.string(RpmHeader.DISTRIBUTION) + " " + header.string(RpmHeader.VENDOR), release);
        return new PackageFacts(
                header.string(RpmHeader.NAME),
                header.string(RpmHeader.VERSION) + "-" + release,
                Architectures.canonical(header.string(RpmHeader.ARCH)),
                distro.name,
                distro.suite);
    }

    private static RpmDistro of(String vendor, String release) {
        Matcher mark = MARK.matcher(release);
        boolean marked = mark.find();
        String byVendor = VENDORS.stream()
                .filter(known -> vendor.toLowerCase(Locale.ROOT).contains(known.getFirst()))
                .map(List::getLast)
                .findFirst()
                .orElse(null);
        String name = byVendor != null || !marked ? byVendor : byMark(mark.group(1));
        return new RpmDistro(name, marked ? mark.group(2) : null);
    }

    /** {@code .el} stands for six distributions, so that it alone does not say which. */
    private static @Nullable String byMark(String mark) {
        return switch (mark) {
            case "fc" -> "fedora";
            case "amzn" -> "amazon";
            case "azl" -> "azurelinux";
            default -> null;
        };
    }
}
