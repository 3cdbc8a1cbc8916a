package dev.relogrid.embedded;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Anything at all, looked into; and seeds that have one of everything. */
public final class FuzzedContents {
    private static final Limits LIMITS = new Limits(1 << 20, 4 << 20, 50, 8 << 20, 32 << 20, 200, 6);

    private FuzzedContents() {}

    /** Any end is allowed that says something; nothing is found that is not in bounds. */
    public static int lookInto(byte[] data) {
        try {
            Found found = EmbeddedObjects.in("input", new ByteArrayInputStream(data), LIMITS);
            for (EmbeddedObject object : found.objects()) {
                check(object.content().length <= LIMITS.largestObject(), "an object beyond the limit");
                check(object.name().startsWith("input"), "an object of another file");
            }
            for (Unopened part : found.unopened()) {
                check(!part.why().isEmpty(), "an error that does not say what is wrong");
            }
            check(found.objects().size() <= LIMITS.mostObjects(), "too many objects");
            check(
                    found.objects().stream()
                                    .map(EmbeddedObject::name)
                                    .distinct()
                                    .count()
                            == found.objects().size(),
                    "a name twice");
            return found.objects().size();
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory does not fail", e);
        }
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }

    /** By name: what is understood, in one another. */
    public static Map<String, byte[]> seeds() throws IOException {
        byte[] host = Built.host(Built.object("one"), Built.object("two"));
        byte[] tar = Built.tar(Map.of("bin/agent", host));
        Map<String, byte[]> seeds = new LinkedHashMap<>();
        seeds.put("host", host);
        seeds.put("tar-gz", Built.gzip(tar));
        seeds.put("tar", tar);
        seeds.put("deb", Built.deb(Built.xz(tar), "data.tar.xz"));
        seeds.put("rpm", Built.rpm(Built.zstd(Built.cpio(Map.of("bin/agent", host)))));
        seeds.put("zip", Built.zip(Map.of("agent.bz2", Built.bzip2(host))));
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("//", Built.ascii("a_long_member_name.o/\n"));
        members.put("/0", host);
        seeds.put("ar", Built.ar(members));
        seeds.put("cpio", Built.cpio(Map.of("agent", host)));
        return seeds;
    }
}
