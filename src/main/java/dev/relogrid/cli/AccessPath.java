package dev.relogrid.cli;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.btf.EssentialName;
import dev.relogrid.engine.core.AccessSpec;
import dev.relogrid.engine.verdict.Explanations;
import dev.relogrid.report.look.Printable;
import dev.relogrid.report.look.Style;

/**
 * An access for people, step by step, and a mark under the step that has no counterpart.
 *
 * @param text {@code struct inode > i_ctime > tv_sec}, with a triangle where there is one
 * @param mark blanks and a line as long as the step; blank when no step is to blame
 */
record AccessPath(String text, String mark) {

    /** @param has what the kernel has instead, which ends in the path up to the step to blame */
    static AccessPath of(AccessSpec spec, String has, Style style) {
        Btf btf = spec.btf();
        String name = EssentialName.of(btf.name(spec.rootTypeId()));
        String kind = BtfKind.name(btf.kind(spec.rootTypeId()));
        StringBuilder text =
                new StringBuilder(name.isEmpty() ? "anonymous " + kind : kind + " " + Printable.name(name));
        String mark = "";
        for (int i = 1; i < spec.length(); i++) {
            boolean named = spec.isNamed(i);
            String step = named ? Printable.name(spec.accessorNameText(i)) : "[" + spec.accessorIndex(i) + "]";
            text.append(named ? style.sign(" \u25b8 ", " > ") : "");
            if (has.endsWith(" has no " + Explanations.path(spec, i))) {
                mark = " ".repeat(text.length()) + style.sign("\u2594", "^").repeat(step.length());
            }
            text.append(step);
        }
        return new AccessPath(text.toString(), mark);
    }

    boolean marked() {
        return !mark.isEmpty();
    }
}
