package dev.relogrid.archive;

import java.util.Comparator;

/**
 * Orders what uname calls releases, oldest first. A release is parts with hyphens between them, each compared as in a
 * Debian version ({@link DebianVersionOrder}); where one release ends, the longer one is later. So it is "6.9" before
 * "6.12", "7.3~rc7" before "7.3", and, as the packages were built, "6.12.74+deb13-amd64" before
 * "6.12.74+deb13+1-amd64". Only equal releases are equal.
 */
enum ReleaseOrder implements Comparator<String> {
    INSTANCE;

    @Override
    public int compare(String a, String b) {
        String[] partsA = a.split("-", -1);
        String[] partsB = b.split("-", -1);
        for (int i = 0; i < Math.min(partsA.length, partsB.length); i++) {
            int order = DebianVersionOrder.compareParts(partsA[i], partsB[i]);
            if (order != 0) {
                return order;
            }
        }
        int byLength = Integer.compare(partsA.length, partsB.length);
        return byLength != 0 ? byLength : a.compareTo(b); // "6.01" and "6.1" read the same but are two
    }
}
