package dev.relogrid.archive;

import org.jspecify.annotations.Nullable;

/**
 * By which text a kernel tells its version, as libbpf looks for it ({@code get_kernel_version} in libbpf_probes.c): the
 * third word of Ubuntu's {@code /proc/version_signature}; else what stands behind "Debian " in {@code uname -v}, which
 * is the package's version; else {@code uname -r}. The first of them counts that begins with three numbers.
 */
final class ToldVersion {
    private static final String DEBIAN = "Debian ";

    private ToldVersion() {}

    /**
     * Three numbers with dots, or the whole release where libbpf finds none. Null where a distribution tells the version
     * elsewhere and the catalog does not know what it says: Ubuntu's and Debian's releases stand still.
     */
    static @Nullable String of(CatalogEntry entry) {
        String version = entry.origin().version();
        String release = entry.id().release();
        String told = switch (entry.id().distro()) {
            case "debian" -> debian(version);
            case "ubuntu" -> null;
            default -> version.contains(DEBIAN) ? debian(version) : release;
        };
        if (told == null) {
            return null;
        }
        String numbers = threeNumbers(told);
        return numbers.isEmpty() ? first(threeNumbers(release), release) : numbers;
    }

    private static String first(String numbers, String otherwise) {
        return numbers.isEmpty() ? otherwise : numbers;
    }

    /** A package's version, or the whole {@code uname -v} of a machine that was looked at; null when neither is known. */
    private static @Nullable String debian(String version) {
        int word = version.indexOf(DEBIAN);
        return word >= 0 ? version.substring(word + DEBIAN.length()) : version.isEmpty() ? null : version;
    }

    /** What {@code %u.%u.%u} reads at the start of the text; empty when it does not read all three. */
    private static String threeNumbers(String text) {
        int at = 0;
        for (int number = 0; number < 3; number++) {
            if (number > 0 && (at == text.length() || text.charAt(at++) != '.')) {
                return "";
            }
            int from = at;
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                at++;
            }
            if (at == from) {
                return "";
            }
        }
        return text.substring(0, at);
    }
}
