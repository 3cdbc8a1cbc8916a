package dev.relogrid.archive.source;

import java.util.Map;

/** Architectures have one name in kernel ids, Debian's, whatever a distribution or the kernel calls them. */
final class Architectures {
    private static final Map<String, String> NAMES = Map.of(
            "x86_64", "amd64",
            "aarch64", "arm64",
            "ppc64le", "ppc64el",
            "i486", "i386",
            "i586", "i386",
            "i686", "i386",
            "armv7l", "armhf",
            "armv7hl", "armhf",
            "loongarch64", "loong64");

    private Architectures() {}

    static String canonical(String name) {
        return NAMES.getOrDefault(name, name);
    }
}
