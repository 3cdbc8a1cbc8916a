package dev.relogrid.archive.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/**
 * Takes the files of a .deb until image and configuration have been there. Files are in the order of their paths, so
 * these come long before the modules: {@code boot/config-REL}, {@code boot/vmlinuz-REL}, {@code lib/modules}. A package
 * that has only one of the two is read to its end; such are small.
 */
final class ImageAndConfig implements Members {
    private static final Pattern IMAGE = Pattern.compile("boot/vmlinu[xz]-.*|(?:usr/)?lib/modules/[^/]+/vmlinu[xz]");
    private static final Pattern CONFIG = Pattern.compile("boot/config-.*|(?:usr/)?lib/modules/[^/]+/config");

    private final Members members;
    private boolean image;
    private boolean config;

    ImageAndConfig(Members members) {
        this.members = members;
    }

    @Override
    public void file(String path, InputStream content) throws IOException {
        members.file(path, content);
        image |= IMAGE.matcher(path).matches();
        config |= CONFIG.matcher(path).matches();
    }

    @Override
    public boolean wantsMore() {
        return !(image && config) && members.wantsMore();
    }
}
