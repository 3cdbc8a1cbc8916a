package dev.relogrid.archive.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An Arch package: a compressed tar that has {@code .PKGINFO} before all its other files but those with a dot. */
final class ArchPackage {
    private static final int LARGEST_INFO = 1 << 20;

    private ArchPackage() {}

    /** @param members is asked once, before the first file, who takes the files of such a package */
    static void read(PackageInput file, Function<PackageFacts, Members> members) throws IOException {
        var taker = new Members() {
            private @Nullable Members after;

            @Override
            public void file(String path, InputStream content) throws IOException {
                if (path.equals(".PKGINFO")) {
                    after = members.apply(facts(new String(file.all(content, LARGEST_INFO), StandardCharsets.UTF_8)));
                } else if (!path.startsWith(".")) {
                    if (after == null) {
                        throw file.malformed(".PKGINFO before all files", "'" + path + "'");
                    }
                    after.file(path, content);
                }
            }
        };
        TarMembers.read(file, file.stream(), taker);
    }

    private static PackageFacts facts(String info) {
        Fields fields = Fields.parse(info, "=");
        return new PackageFacts(
                fields.get("pkgname"),
                fields.get("pkgver"),
                Architectures.canonical(fields.get("arch")),
                "arch",
                "rolling");
    }
}
