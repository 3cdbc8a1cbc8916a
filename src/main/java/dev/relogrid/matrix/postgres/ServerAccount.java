package dev.relogrid.matrix.postgres;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.stream.Stream;

/**
 * As whom PostgreSQL runs, which refuses to run as root. An ordinary user's server is that user's. Root's server runs in
 * a user name space of its own, where it is nobody but still owns root's files; where the system allows no such name
 * space, as most containers, it becomes an ordinary user and the folder is given to that user.
 *
 * @param prefix goes before each of PostgreSQL's commands
 * @param owner who must own the folder
 */
record ServerAccount(List<String> prefix, String owner) {
    /** Tried in this order where root must become somebody else. */
    private static final List<String> ORDINARY = List.of("relogrid", "postgres", "nobody");

    private static final List<String> NAME_SPACE = List.of("unshare", "--user");

    /** @throws DatabaseProblem where we are root and cannot become anybody who reaches the folder */
    static ServerAccount choose(ServerFolder folder) {
        if (!isRoot()) {
            return new ServerAccount(List.of(), System.getProperty("user.name", ""));
        }
        if (Command.of(NAME_SPACE, "true").succeeds()) {
            return new ServerAccount(NAME_SPACE, "root");
        }
        return ordinary(folder);
    }

    /** The first of the users we may become that can be in the folder above ours. */
    static ServerAccount ordinary(ServerFolder folder) {
        String above = String.valueOf(folder.root().getParent());
        for (String user : ORDINARY) {
            List<String> prefix =
                    List.of("setpriv", "--reuid=" + user, "--regid=" + group(user), "--clear-groups", "--");
            if (Command.of(prefix, "test", "-x", above).succeeds()) {
                return new ServerAccount(prefix, user);
            }
        }
        throw new DatabaseProblem(
                "PostgreSQL refuses to run as root, and here neither `unshare --user` works nor can any of "
                        + String.join(", ", ORDINARY) + " reach " + above
                        + ": start relogrid as an ordinary user, or give --data a folder every user can reach");
    }

    private static String group(String user) {
        Command.End asked = Command.of("id", "-g", user).run();
        return asked.code() == 0 ? asked.output() : "65534";
    }

    private static boolean isRoot() {
        return Command.of("id", "-u").run().output().equals("0");
    }

    /** Gives the folder to the owner where root's way has changed since the last run. */
    void own(ServerFolder folder) {
        if (prefix.isEmpty()) {
            return;
        }
        try {
            UserPrincipal user =
                    FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(owner);
            for (Path path : List.of(folder.root(), folder.cluster())) {
                if (Files.exists(path) && !Files.getOwner(path).equals(user)) {
                    give(folder.root(), user);
                    return;
                }
            }
        } catch (IOException e) {
            throw new DatabaseProblem("cannot give " + folder.root() + " to " + owner + ": " + e.getMessage(), e);
        }
    }

    /** Files of our own that the server is to read or write. */
    void own(Path file) throws IOException {
        if (!prefix.isEmpty()) {
            Files.setOwner(
                    file,
                    FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(owner));
        }
    }

    private static void give(Path folder, UserPrincipal user) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                if (Files.isSymbolicLink(path)) {
                    continue;
                }
                Files.getFileAttributeView(
                                path, java.nio.file.attribute.FileOwnerAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                        .setOwner(user);
            }
        }
    }

    Command command(String... words) {
        return Command.of(prefix, words);
    }
}
