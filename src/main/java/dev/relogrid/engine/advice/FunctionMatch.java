package dev.relogrid.engine.advice;

import dev.relogrid.engine.advice.Rename.Kind;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.kernel.KernelSymbols;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Suggestions for a function: the table's, what the compiler made of it, and names made of its own. */
final class FunctionMatch {
    private static final String[] PREFIXES = {
        "", "_", "__", "do_", "ksys_", "__x64_sys_", "__arm64_sys_", "__s390x_sys_"
    };

    private static final String[] SUFFIXES = {"_noprof", "_locked", "_reason"};

    private final String name;
    private final @Nullable Btf types;
    private final @Nullable KernelSymbols symbols;
    private final List<Suggestion> all = new ArrayList<>();

    FunctionMatch(String name, Kernel kernel) {
        this.name = name;
        this.types = kernel.vmlinux();
        this.symbols = kernel.symbols();
    }

    List<Suggestion> suggestions() {
        follow(name, new ArrayList<>());
        addVariants();
        String bare = Words.stripped(name);
        for (String prefix : PREFIXES) {
            addSimilar(prefix + bare);
            addSimilar(prefix + withoutPrefix(bare));
        }
        for (String suffix : SUFFIXES) {
            addSimilar(name + suffix);
        }
        return List.copyOf(all);
    }

    /** What the table says, through several changes. */
    private void follow(String function, List<String> seen) {
        Rename rename = Renames.CURATED.of(Kind.FUNCTION, "", function);
        if (rename == null || seen.contains(function)) {
            return;
        }
        seen.add(function);
        for (String to : rename.to()) {
            if (isThere(to)) {
                add(Suggestion.known(to, "", rename));
            }
            follow(to, seen);
        }
    }

    private void addVariants() {
        if (symbols == null) {
            return;
        }
        List<String> variants = symbols.variants(name);
        for (String variant : variants) {
            // .isra and .constprop are the function with other parameters, .part and .cold some of its code
            boolean whole =
                    variant.startsWith(".isra", name.length()) || variant.startsWith(".constprop", name.length());
            List<String> why = whole
                    ? List.of("the compiler's name for it", "all of the function, with parameters changed or left out")
                    : List.of("a part of it that the compiler split off");
            Grade grade = whole && variants.size() == 1 ? Grade.VERY_LIKELY : Grade.SIMILAR_NAME_ONLY;
            add(Suggestion.ofName(variant, "", grade, why));
        }
    }

    private static String withoutPrefix(String bare) {
        for (String prefix : new String[] {"do_", "ksys_", "x64_sys_", "arm64_sys_", "sys_", "SyS_"}) {
            if (bare.startsWith(prefix)) {
                return bare.substring(prefix.length());
            }
        }
        return bare;
    }

    private void addSimilar(String other) {
        if (!other.equals(name) && isThere(other)) {
            add(Suggestion.ofName(other, "", Grade.SIMILAR_NAME_ONLY, List.of("a similar name")));
        }
    }

    private void add(Suggestion suggestion) {
        if (all.stream().noneMatch(other -> other.path().equals(suggestion.path()))) {
            all.add(suggestion);
        }
    }

    private boolean isThere(String function) {
        return symbols != null && !symbols.types(function).isEmpty()
                || types != null && Named.first(types, BtfKind.FUNC, function) != 0;
    }
}
