package dev.relogrid.embedded;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one walk found so far. */
final class Basket {
    /** Of a folder full of damage nobody reads more. */
    private static final int MOST_UNOPENED = 50;

    private final Limits limits;
    private final List<EmbeddedObject> objects = new ArrayList<>();
    private final Set<String> hashes = new HashSet<>();
    /** How many objects of other bytes have that name. */
    private final Map<String, Integer> names = new HashMap<>();

    private final List<Unopened> unopened = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private long bytes;
    private int copies;
    private int moreUnopened;
    private int files;
    private boolean full;

    Basket(Limits limits) {
        this.limits = limits;
    }

    /** @throws Exceeded when it is one too many */
    void add(String name, byte[] content) {
        if (!hashes.add(sha256(content))) {
            copies++;
            return;
        }
        if (objects.size() == limits.mostObjects() || bytes + content.length > limits.allObjects()) {
            full = true;
            throw new Exceeded("expected at most " + limits.mostObjects() + " different objects of "
                    + limits.allObjects() + " bytes in all, found more; the others were not read");
        }
        bytes += content.length;
        int same = names.merge(name, 1, Integer::sum);
        objects.add(new EmbeddedObject(same == 1 ? name : name + "~" + same, content));
    }

    void unopened(String name, String why) {
        if (unopened.size() < MOST_UNOPENED) {
            unopened.add(new Unopened(name, why));
        } else {
            moreUnopened++;
        }
    }

    void note(String sentence) {
        if (notes.size() < MOST_UNOPENED) {
            notes.add(sentence);
        }
    }

    /** Another file, or member of an archive, was looked at to its end. */
    void countFile() {
        files++;
    }

    int files() {
        return files;
    }

    static String files(int count) {
        return count == 1 ? "1 file" : count + " files";
    }

    /** Whether nothing more may be added. */
    boolean isFull() {
        return full;
    }

    /** @param name what all of it was found in */
    Found found(String name, String taken) {
        if (copies > 0) {
            notes.add(name + ": " + copies + (copies == 1 ? " more copy" : " more copies") + " of "
                    + (objects.size() == 1 ? "the same object" : "the same objects"));
        }
        if (moreUnopened > 0) {
            unopened.add(new Unopened(name, moreUnopened + " more parts could not be looked into"));
        }
        return new Found(taken, objects, notes, unopened);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
