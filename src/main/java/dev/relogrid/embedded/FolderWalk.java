package dev.relogrid.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The plain files of a folder and of those in it, by name. Links are not followed: what they lead to inside the folder
 * is met anyway. Devices, sockets and pipes are not opened; {@code .git} is passed over.
 */
final class FolderWalk {
    private static final int DEEPEST = 100;

    private final Basket basket;
    private final FileVisit files;

    /** Looks into one file. */
    interface FileVisit {
        void file(String name, InputStream in) throws IOException;
    }

    FolderWalk(Basket basket, FileVisit files) {
        this.basket = basket;
        this.files = files;
    }

    /** @throws IOException when the folder itself cannot be listed */
    void walk(Path folder) throws IOException {
        walk(folder, 0);
    }

    private void walk(Path folder, int depth) throws IOException {
        for (Path entry : list(folder)) {
            if (basket.isFull()) {
                return;
            }
            try {
                one(entry, depth);
            } catch (IOException e) {
                basket.unopened(entry.toString(), Trouble.clause(e));
            }
        }
    }

    private void one(Path entry, int depth) throws IOException {
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            if (depth == DEEPEST) {
                basket.unopened(
                        entry.toString(), "expected at most " + DEEPEST + " folders in one another, found more");
            } else if (!entry.endsWith(".git")) {
                walk(entry, depth + 1);
            }
        } else if (Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
            try (InputStream in = Files.newInputStream(entry, LinkOption.NOFOLLOW_LINKS)) {
                files.file(MemberName.withoutLayer(entry.toString()), in);
            }
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(entries::add);
        }
        entries.sort(Comparator.comparing(entry -> String.valueOf(entry.getFileName())));
        return entries;
    }
}
