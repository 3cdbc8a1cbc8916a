package dev.relogrid.engine.reach;

import dev.relogrid.engine.object.Extern;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sets of the things constants come from, each set once, named by numbers; 0 is the empty one. They only grow by union, and
 * stop growing at a size no explanation needs; what says that an answer is not for everybody stays in.
 */
final class OriginPool {
    static final int NONE = 0;
    private static final int MOST = 64;
    private static final Object OPAQUE = "opaque";

    @SuppressWarnings("ArrayRecordComponent") // never changed
    private record Members(int[] atoms, int hash) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Members members && Arrays.equals(members.atoms, atoms);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    private final List<Object> atoms = new ArrayList<>();
    private final List<Members> sets = new ArrayList<>();
    private final Map<Members, Integer> numbers = new HashMap<>();
    private final Map<Long, Integer> unions = new HashMap<>();
    private final Map<Integer, Integer> stickies = new HashMap<>();

    OriginPool() {
        intern(new int[0]);
        atoms.add(OPAQUE);
    }

    /** The set of something not met before: an extern, a variable, the place of an instruction. */
    int single(Object atom) {
        atoms.add(atom);
        return intern(new int[] {atoms.size() - 1});
    }

    int opaque() {
        return intern(new int[] {0});
    }

    private int intern(int[] members) {
        Members key = new Members(members, Arrays.hashCode(members));
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        sets.add(key);
        numbers.put(key, sets.size() - 1);
        return sets.size() - 1;
    }

    int union(int a, int b) {
        if (a == b || b == NONE) {
            return a;
        }
        if (a == NONE) {
            return b;
        }
        long pair = (long) Math.min(a, b) << 32 | Math.max(a, b);
        Integer known = unions.get(pair);
        if (known == null) {
            known = intern(merged(sets.get(a).atoms, sets.get(b).atoms));
            unions.put(pair, known);
        }
        return known;
    }

    private int[] merged(int[] a, int[] b) {
        int[] all = Arrays.copyOf(a, a.length + b.length);
        int size = a.length;
        for (int atom : b) {
            if (Arrays.binarySearch(a, atom) < 0) {
                all[size++] = atom;
            }
        }
        all = Arrays.copyOf(all, size);
        Arrays.sort(all);
        int kept = 0;
        for (int atom : all) {
            if (kept < MOST || isSticky(atom)) {
                all[kept++] = atom;
            }
        }
        return Arrays.copyOf(all, kept);
    }

    /** What of a set says that an answer is not for everybody: opaque numbers and read-only variables. */
    int sticky(int set) {
        if (set == NONE) {
            return NONE;
        }
        Integer known = stickies.get(set);
        if (known == null) {
            int[] members = sets.get(set).atoms.clone();
            int kept = 0;
            for (int atom : members) {
                if (isSticky(atom)) {
                    members[kept++] = atom;
                }
            }
            known = intern(Arrays.copyOf(members, kept));
            stickies.put(set, known);
        }
        return known;
    }

    private boolean isSticky(int atom) {
        return atom == 0
                || atoms.get(atom) instanceof RodataVariable
                || atoms.get(atom) instanceof Extern extern && VersionUse.isVersion(extern.name());
    }

    /** Whether all of a part is in the set. */
    boolean contains(int set, int part) {
        return union(set, part) == set;
    }

    boolean isOpaque(int set) {
        int[] members = sets.get(set).atoms;
        return members.length > 0 && members[0] == 0;
    }

    Origins origins(int set) {
        List<Origins.Place> places = new ArrayList<>();
        List<Extern> externs = new ArrayList<>();
        List<RodataVariable> variables = new ArrayList<>();
        for (int member : sets.get(set).atoms) {
            Object atom = atoms.get(member);
            if (atom instanceof Origins.Place place) {
                places.add(place);
            } else if (atom instanceof Extern extern) {
                externs.add(extern);
            } else if (atom instanceof RodataVariable variable) {
                variables.add(variable);
            }
        }
        return new Origins(List.copyOf(places), List.copyOf(externs), List.copyOf(variables), isOpaque(set));
    }
}
