package dev.relogrid.engine.object;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.elf.Elf;
import dev.relogrid.engine.elf.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the externs of an object ({@code bpf_object__collect_externs}): undefined symbols without type, global or weak,
 * each with a VAR or FUNC of extern linkage in the object's BTF, listed in one of the sections {@code .kconfig} and
 * {@code .ksyms}.
 */
final class ExternReader {
    private static final int EXTERN_LINKAGE = 2;

    private final @Nullable Btf btf;
    private final Map<String, Integer> declarations = new HashMap<>();
    private final Map<Integer, String> sections = new HashMap<>();

    ExternReader(@Nullable Btf btf) {
        this.btf = btf;
        if (btf != null) {
            index(btf);
        }
    }

    private void index(Btf types) {
        for (int id = 1; id < types.typeCount(); id++) {
            int kind = types.kind(id);
            if (kind == BtfKind.VAR || kind == BtfKind.FUNC) {
                declarations.putIfAbsent(types.name(id), id);
            } else if (kind == BtfKind.DATASEC) {
                for (int i = 0; i < types.vlen(id); i++) {
                    sections.putIfAbsent(types.datasecType(id, i), types.name(id));
                }
            }
        }
    }

    List<Extern> read(List<Symbol> symbols) {
        List<Extern> externs = new ArrayList<>();
        for (Symbol symbol : symbols) {
            if (isExtern(symbol) && !symbol.name().isEmpty()) {
                externs.add(extern(symbol));
            }
        }
        return externs;
    }

    static boolean isExtern(Symbol symbol) {
        return symbol.section() == Elf.SHN_UNDEF
                && symbol.type() == Elf.STT_NOTYPE
                && (symbol.bind() == Elf.STB_GLOBAL || symbol.bind() == Elf.STB_WEAK);
    }

    private Extern extern(Symbol symbol) {
        String name = symbol.name();
        Integer id = declarations.get(name);
        if (btf == null || id == null) {
            throw new OpenRefused(
                    btf == null ? Refusal.ESRCH : Refusal.ENOENT, "extern '" + name + "' has no type in .BTF");
        }
        boolean function = btf.kind(id) == BtfKind.FUNC;
        if ((function ? btf.funcLinkage(id) : btf.varLinkage(id)) != EXTERN_LINKAGE) {
            throw new OpenRefused(Refusal.EINVAL, "extern '" + name + "' is not declared extern in .BTF");
        }
        String section = sections.get(id);
        if (section == null) {
            throw new OpenRefused(Refusal.ENOENT, "extern '" + name + "' is in no section of .BTF");
        }
        return new Extern(name, kind(name, section, id), symbol.bind() == Elf.STB_WEAK, symbol.index(), id);
    }

    private Extern.Kind kind(String name, String section, int id) {
        Btf types = Objects.requireNonNull(btf);
        boolean function = types.kind(id) == BtfKind.FUNC;
        if (section.equals(".kconfig")) {
            if (function || KconfigType.of(types, types.type(id)) == KconfigType.UNKNOWN) {
                throw new OpenRefused(Refusal.EOPNOTSUPP, "extern '" + name + "' has a type no kernel option can have");
            }
            return Extern.Kind.KCONFIG;
        }
        if (!section.equals(".ksyms")) {
            throw new OpenRefused(
                    Refusal.EOPNOTSUPP,
                    "extern '" + name + "' is in section '" + section + "', not .kconfig or .ksyms");
        }
        if (function) {
            return Extern.Kind.KFUNC;
        }
        int type = types.skipModifiersAndTypedefs(types.type(id));
        return type == 0 ? Extern.Kind.KSYM_UNTYPED : Extern.Kind.KSYM_TYPED;
    }
}
