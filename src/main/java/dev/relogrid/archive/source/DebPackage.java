package dev.relogrid.archive.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A .deb: an ar of {@code debian-binary}, {@code control.tar.*} and {@code data.tar.*}, in this order (deb(5)). */
final class DebPackage {
    private static final int LARGEST_CONTROL = 1 << 20;

    private final PackageInput file;
    private final Function<PackageFacts, Members> members;
    private @Nullable PackageFacts facts;

    private DebPackage(PackageInput file, Function<PackageFacts, Members> members) {
        this.file = file;
        this.members = members;
    }

    /** @param members is asked once, before the first file, who takes the files of such a package */
    static void read(PackageInput file, Function<PackageFacts, Members> members) throws IOException {
        var deb = new DebPackage(file, members);
        boolean[] data = {false};
        ArMembers.read(file, (name, content) -> {
            if (name.startsWith("control.tar")) {
                deb.control(content);
            } else if (name.startsWith("data.tar")) {
                deb.data(content);
                data[0] = true;
            }
        });
        if (!data[0]) {
            throw file.malformed("data.tar in the .deb", "none");
        }
    }

    private void control(InputStream packed) throws IOException {
        TarMembers.read(file, packed, (path, content) -> {
            if (path.equals("control")) {
                facts = facts(new String(file.all(content, LARGEST_CONTROL), StandardCharsets.UTF_8));
            }
        });
    }

    private void data(InputStream packed) throws IOException {
        PackageFacts known = facts;
        if (known == null) {
            throw file.malformed("control.tar before data.tar", "none");
        }
        TarMembers.read(file, packed, members.apply(known));
    }

    private static PackageFacts facts(String control) {
        Fields fields = Fields.parse(control, ":");
        return new PackageFacts(
                fields.get("Package"),
                fields.get("Version"),
                Architectures.canonical(fields.get("Architecture")),
                distro(fields.get("Maintainer").toLowerCase(Locale.ROOT)),
                null);
    }

    /** A .deb does not say which distribution made it; the maintainers of kernels do. */
    private static @Nullable String distro(String maintainer) {
        if (maintainer.contains("ubuntu") || maintainer.contains("canonical")) {
            return "ubuntu";
        }
        return maintainer.contains("debian") ? "debian" : null;
    }
}
