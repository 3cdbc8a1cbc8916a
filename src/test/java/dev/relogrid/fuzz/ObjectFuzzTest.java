package dev.relogrid.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.core.AccessSpec;
import dev.relogrid.engine.core.CoreResolver;
import dev.relogrid.engine.core.InsnPatcher;
import dev.relogrid.engine.core.LocalSpec;
import dev.relogrid.engine.core.Resolution;
import dev.relogrid.engine.core.SpecParser;
import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.RelocationRecord;
import java.util.List;

/** A whole object: read, every relocation resolved against a small kernel and against the object's own types, patched. */
final class ObjectFuzzTest {
    private static final NamedBtf KERNEL =
            new NamedBtf("vmlinux", Samples.kernel().build());

    @FuzzTest
    void relocate(byte[] data) {
        fuzzerTestOneInput(data);
    }

    static void fuzzerTestOneInput(byte[] data) {
        Target.mayBeMalformed(() -> {
            BpfObject object = BpfObject.parse(Target.bytes(data));
            touch(object);
            Btf types = object.btf();
            if (types != null) {
                Target.touch(types);
                relocate(object, types, KERNEL);
                relocate(object, types, new NamedBtf("itself", types));
            }
        });
    }

    private static void touch(BpfObject object) {
        object.maps().toString();
        object.externs().toString();
        object.warnings().toString();
        for (Program program : object.programs()) {
            for (int i = 0; i < program.insnCount(); i++) {
                program.insn(i).hex();
            }
        }
        for (RelocationRecord record : object.relocations()) {
            object.lines().at(record.section(), record.relo().insnOff());
        }
    }

    private static void relocate(BpfObject object, Btf types, NamedBtf kernel) {
        CoreResolver resolver = new CoreResolver(types, kernel, List::of);
        for (RelocationRecord record : object.relocations()) {
            Target.mayBeMalformed(() -> {
                LocalSpec spec = SpecParser.parse(types, record.relo());
                Resolution resolution = resolver.resolve(record.relo(), spec);
                AccessSpec local = resolution.local();
                if (local != null) {
                    local.format();
                }
                patch(record, resolution);
            });
        }
    }

    private static void patch(RelocationRecord record, Resolution resolution) {
        Program program = record.program();
        if (program == null) {
            return;
        }
        int at = record.programInsn();
        Insn first = program.insn(at);
        boolean two = first.isLdimm64() && at + 1 < program.insnCount();
        List<Insn> before = two ? List.of(first, program.insn(at + 1)) : List.of(first);
        switch (resolution) {
            case Resolution.Resolved resolved -> InsnPatcher.patch(before, resolved.value());
            case Resolution.Absent absent -> InsnPatcher.patch(before, absent.value());
            case Resolution.Ambiguous ambiguous -> ambiguous.why();
            case Resolution.Rejected rejected -> rejected.why();
        }
    }
}
