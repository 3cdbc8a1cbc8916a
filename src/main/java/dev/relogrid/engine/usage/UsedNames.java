package dev.relogrid.engine.usage;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.EssentialName;
import dev.relogrid.engine.core.AccessSpec;
import dev.relogrid.engine.core.SpecParser;
import dev.relogrid.engine.feature.HelperNames;
import dev.relogrid.engine.feature.Needs;
import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Extern;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.RelocationRecord;
import java.util.Set;
import java.util.TreeSet;

/** Collects what of the kernel an object names. */
final class UsedNames {
    private final BpfObject object;
    private final Set<String> names = new TreeSet<>();

    UsedNames(BpfObject object) {
        this.object = object;
    }

    Set<String> all() {
        relocations();
        Needs needs = Needs.of(object);
        for (Program program : object.programs()) {
            if (!program.subprogram()) {
                add(Uses.function(needs.kindOf(program)));
            }
            helpers(program);
        }
        for (Extern extern : object.externs()) {
            add(EssentialName.of(extern.name()));
        }
        return names;
    }

    private void relocations() {
        Btf types = object.btf();
        if (types == null) {
            return;
        }
        for (RelocationRecord record : object.relocations()) {
            AccessSpec spec = SpecParser.parse(types, record.relo()).spec();
            if (spec != null) {
                access(types, spec);
            }
        }
    }

    private void access(Btf types, AccessSpec spec) {
        add(EssentialName.of(types.name(spec.rootTypeId())));
        add(EssentialName.of(types.name(types.skipModifiersAndTypedefs(spec.rootTypeId()))));
        for (int i = 0; i < spec.length(); i++) {
            if (!spec.kind().isTypeBased() && spec.isNamed(i)) {
                String name = spec.accessorNameText(i);
                add(spec.kind().isEnumvalBased() ? EssentialName.of(name) : name);
            }
            if (spec.kind().isFieldBased() && i > 0 && spec.isNamed(i)) {
                add(EssentialName.of(types.name(SpecSearch.enclosing(spec, i))));
            }
        }
    }

    private void helpers(Program program) {
        for (int i = 0; i < program.insnCount(); i++) {
            Insn insn = program.insn(i);
            if (insn.code() == Insn.CALL && insn.src() == 0 && insn.imm() > 0) {
                String helper = HelperNames.function(insn.imm());
                add(helper);
                add(Uses.enumerator(helper));
            }
            i += insn.isLdimm64() ? 1 : 0;
        }
    }

    private void add(String name) {
        if (!name.isEmpty()) {
            names.add(name);
        }
    }
}
