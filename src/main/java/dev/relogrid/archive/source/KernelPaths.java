package dev.relogrid.archive.source;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where packages have what a kernel consists of, and which kernel it belongs to. */
record KernelPaths(boolean image, String release) {
    /** Debian to 6.18 and Ubuntu have {@code boot/}; Debian from 6.19, Fedora and Arch {@code lib/modules/REL}. */
    private static final Pattern BOOT =
            Pattern.compile("boot/(?:vmlinu[xz]|[Ii]mage|bzImage)-(.+?)(?:\\.(?:gz|xz|zst))?");

    private static final Pattern IN_MODULES =
            Pattern.compile("(?:usr/)?lib/modules/([^/]+)/(?:vmlinu[xz]|[Ii]mage)(?:\\.(?:gz|xz|zst))?");
    private static final Pattern MODULE =
            Pattern.compile("(?:usr/)?lib/modules/([^/]+)/(?:.*/)?[^/]+\\.ko(?:\\.(?:gz|xz|zst))?");

    /** What is at that path, or null when nothing of a kernel's. */
    static @Nullable KernelPaths of(String path) {
        for (Pattern image : new Pattern[] {BOOT, IN_MODULES}) {
            Matcher matcher = image.matcher(path);
            if (matcher.matches()) {
                return new KernelPaths(true, matcher.group(1));
            }
        }
        Matcher module = MODULE.matcher(path);
        return module.matches() ? new KernelPaths(false, module.group(1)) : null;
    }
}
