package dev.relogrid.engine.advice;

import dev.relogrid.engine.advice.MemberPath.Step;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.core.AccessSpec;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps of an object's access. Step 0 is the pointer arithmetic before the first member and no step of the path; the
 * others keep the numbers of the spec's accessors.
 */
final class LocalAccess {
    private final AccessSpec spec;
    private final Btf btf;

    LocalAccess(AccessSpec spec) {
        this.spec = spec;
        this.btf = spec.btf();
    }

    Btf btf() {
        return btf;
    }

    /** One more than the last step's number. */
    int end() {
        return spec.length();
    }

    /** {@code struct inode}, without flavour. */
    String root() {
        return CText.essential(btf, spec.rootTypeId());
    }

    /** {@code inode}. */
    String rootName() {
        return root().substring(root().lastIndexOf(' ') + 1);
    }

    int rootId() {
        return spec.rootTypeId();
    }

    Step step(int i) {
        return spec.isNamed(i) ? Step.member(spec.accessorNameText(i)) : Step.element(spec.accessorIndex(i));
    }

    /** Steps {@code from} to before {@code to}. */
    List<Step> steps(int from, int to) {
        List<Step> steps = new ArrayList<>();
        for (int i = from; i < to; i++) {
            steps.add(step(i));
        }
        return steps;
    }

    /** How many members are entered before a step. */
    int membersBefore(int step) {
        int members = 0;
        for (int i = 1; i < step; i++) {
            members += spec.isNamed(i) ? 1 : 0;
        }
        return members;
    }

    /** The type a step leads to. */
    int typeAfter(int i) {
        int at = spec.accessorType(i);
        return spec.isNamed(i) ? btf.memberType(at, spec.accessorIndex(i)) : at;
    }

    /** The struct or union in which a named step looks. */
    int holder(int i) {
        return spec.accessorType(i);
    }

    /** What the table of renames calls the struct in which a named step looks: by its name, or as the root. */
    String holderName(int i) {
        String name = CText.essential(btf, holder(i));
        return i == 1 && btf.nameOffset(holder(i)) == 0 ? root() : name;
    }

    /** The whole access as hops, in the object's types. */
    List<Hop> hops() {
        TargetWalk walk = TargetWalk.along(btf, spec.rootTypeId(), steps(1, end()));
        return walk == null ? List.of() : walk.hops();
    }
}
