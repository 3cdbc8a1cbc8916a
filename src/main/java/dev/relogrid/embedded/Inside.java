package dev.relogrid.embedded;

import java.io.IOException;
import java.io.InputStream;

/** Gives an archive's members their names. A Debian package is one archive to its users, not one in another. */
final class Inside implements Members {
    private final Visit visit;
    private final String outer;
    private final int layers;
    private boolean debian;

    /** @param layers how many archives and compressions the members lie in */
    Inside(Visit visit, String outer, int layers) {
        this.visit = visit;
        this.outer = outer;
        this.layers = layers;
    }

    @Override
    public void member(String path, InputStream content) throws IOException {
        debian |= path.equals("debian-binary");
        if (!debian) {
            visit.member(MemberName.of(outer, path), content, layers);
        } else if (path.startsWith("data.tar")) {
            visit.member(outer, content, layers);
        }
    }

    /** Whether the archive is a Debian package; known once it is read. */
    boolean isDebian() {
        return debian;
    }

    @Override
    public void unreadable(String path, String why) {
        visit.unopened(MemberName.of(outer, path), why);
    }
}
