package dev.relogrid.engine.advice;

import dev.relogrid.engine.advice.Rename.Kind;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.btf.EssentialName;
import dev.relogrid.engine.core.AccessSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Suggestions for an enumerator: what the table says, then those of the same enum that the object does not know. */
final class EnumMatch {
    private static final int MOST = 5;

    private static final double SIMILAR = 0.5;

    private static final double SAME_WORDS = 0.75;

    private final Btf local;
    private final int localEnum;
    private final String owner;
    private final String wanted;
    private final long value;
    private final Btf target;

    EnumMatch(AccessSpec spec, Btf target) {
        this.local = spec.btf();
        this.localEnum = spec.accessorType(0);
        int root = spec.rootTypeId();
        this.owner = CText.essential(local, local.nameOffset(localEnum) == 0 ? root : localEnum);
        this.wanted = EssentialName.of(spec.accessorNameText(0));
        this.value = local.enumeratorValue(localEnum, spec.accessorIndex(0));
        this.target = target;
    }

    List<Suggestion> suggestions() {
        List<Suggestion> all = new ArrayList<>();
        Rename rename = Renames.CURATED.of(Kind.ENUM_VALUE, owner, wanted);
        if (rename != null) {
            for (String to : rename.to()) {
                int dot = to.indexOf('.');
                String type = dot < 0 ? owner : to.substring(0, dot);
                if (find(type, to.substring(dot + 1))) {
                    all.add(Suggestion.known(to.substring(dot + 1), type, rename));
                }
            }
        }
        addAlike(all);
        return List.copyOf(all.subList(0, Math.min(MOST, all.size())));
    }

    private boolean find(String type, String name) {
        int id = enumOf(Named.first(target, type));
        for (int i = 0; id != 0 && i < target.vlen(id); i++) {
            if (name(target, id, i).equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** The enum behind a type, or 0. */
    private int enumOf(int type) {
        int id = type == 0 ? 0 : target.skipModifiersAndTypedefs(type);
        return id != 0 && BtfKind.isAnyEnum(target.kind(id)) ? id : 0;
    }

    private static String name(Btf btf, int id, int i) {
        return EssentialName.of(btf.string(btf.enumeratorNameOffset(id, i)));
    }

    private record Alike(String name, double likeness, boolean sameValue) {}

    private void addAlike(List<Suggestion> all) {
        int id = enumOf(Named.first(target, owner));
        if (id == 0) {
            return;
        }
        Set<String> own = new HashSet<>();
        for (int i = 0; i < local.vlen(localEnum); i++) {
            own.add(name(local, localEnum, i));
        }
        List<Alike> alike = new ArrayList<>();
        for (int i = 0; i < target.vlen(id); i++) {
            String name = name(target, id, i);
            boolean same = Words.stripped(name).equals(Words.stripped(wanted));
            double likeness = same ? 1 : Words.likeness(Words.of(wanted), Words.of(name));
            if (!own.contains(name) && likeness >= SIMILAR) {
                alike.add(new Alike(name, likeness, target.enumeratorValue(id, i) == value));
            }
        }
        alike.sort((a, b) -> Double.compare(score(b), score(a)));
        for (Alike one : alike) {
            if (all.stream().noneMatch(other -> other.path().equals(one.name))) {
                all.add(suggestion(one, alike));
            }
        }
    }

    private static double score(Alike alike) {
        return alike.likeness + (alike.sameValue ? 0.3 : 0);
    }

    private Suggestion suggestion(Alike one, List<Alike> all) {
        List<String> reasons = new ArrayList<>();
        reasons.add(one.likeness >= 1 ? "the same words in its name" : "a similar name");
        if (one.sameValue) {
            reasons.add("the same value " + value);
        }
        boolean first = one.equals(all.getFirst());
        boolean sure = first && one.sameValue && one.likeness >= SAME_WORDS;
        Grade grade = sure ? Grade.VERY_LIKELY : Grade.SIMILAR_NAME_ONLY;
        return Suggestion.ofName(one.name, owner, grade, reasons);
    }
}
