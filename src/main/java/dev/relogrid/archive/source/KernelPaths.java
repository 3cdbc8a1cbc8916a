package dev.relogrid.archive.source;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where packages have what a kernel consists of, and which kernel it belongs to. Debian to 6.18 and Ubuntu have
 * {@code boot/}; Debian from 6.19, Fedora and Arch {@code lib/modules/REL}.
 */
public record KernelPaths(Part part, String release) {
    /** What a file is of a kernel. */
    public enum Part {
        IMAGE,
        MODULE,
        CONFIG,
        SYMBOLS
    }

    private static final String PACKED = "(?:\\.(?:gz|xz|zst))?";
    private static final String MODULES = "(?:usr/)?lib/modules/(?<m>[^/]+)/";

    private static final Map<Part, Pattern> PATTERNS = new EnumMap<>(Map.of(
            Part.IMAGE,
            Pattern.compile("boot/(?:vmlinu[xz]|[Ii]mage|bzImage)-(?<b>.+?)" + PACKED + "|" + MODULES
                    + "(?:vmlinu[xz]|[Ii]mage)" + PACKED),
            Part.MODULE,
            Pattern.compile(MODULES + "(?:.*/)?[^/]+\\.ko" + PACKED + "|(?<b>(?!))"),
            Part.CONFIG,
            Pattern.compile("boot/config-(?<b>[^/]+)|" + MODULES + "config"),
            Part.SYMBOLS,
            Pattern.compile("boot/System\\.map-(?<b>[^/]+)|" + MODULES + "System\\.map")));

    /** What is at that path, or null when nothing of a kernel's. */
    public static @Nullable KernelPaths of(String path) {
        for (Map.Entry<Part, Pattern> place : PATTERNS.entrySet()) {
            Matcher matcher = place.getValue().matcher(path);
            if (matcher.matches()) {
                String inBoot = matcher.group("b");
                return new KernelPaths(place.getKey(), inBoot != null ? inBoot : matcher.group("m"));
            }
        }
        return null;
    }
}
