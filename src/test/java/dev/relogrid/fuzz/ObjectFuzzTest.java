package dev.relogrid.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.core.AccessSpec;
import dev.relogrid.engine.core.Resolution;
import dev.relogrid.engine.insn.InsnText;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.RelocationRecord;
import dev.relogrid.engine.verdict.Judge;
import dev.relogrid.engine.verdict.Judgement;
import dev.relogrid.engine.verdict.ObjectSpecs;
import dev.relogrid.engine.verdict.PatchedObject;
import dev.relogrid.engine.verdict.RelocationResult;
import java.util.List;

/** A whole object: read, judged on a small kernel and on its own types, patched. */
final class ObjectFuzzTest {
    private static final Kernel KERNEL = new OneKernel("small", Samples.kernel().build());

    private record OneKernel(String id, Btf vmlinux) implements Kernel {
        @Override
        public List<NamedBtf> modules() {
            return List.of();
        }
    }

    @FuzzTest
    void relocate(byte[] data) {
        fuzzerTestOneInput(data);
    }

    static void fuzzerTestOneInput(byte[] data) {
        Target.mayBeMalformed(() -> {
            BpfObject object = BpfObject.parse(Target.bytes(data));
            touch(object);
            ObjectSpecs specs = ObjectSpecs.of(object);
            judge(specs, KERNEL);
            Btf types = object.btf();
            if (types != null) {
                Target.touch(types);
                judge(specs, new OneKernel("itself", types));
            }
        });
    }

    private static void touch(BpfObject object) {
        String text = object.maps() + " " + object.externs() + " " + object.warnings();
        if (text.length() < 6) {
            throw new IllegalStateException("lists that do not print");
        }
        if (object.reaching(object.programs()).size() != object.programs().size()) {
            throw new IllegalStateException("every program reaches itself");
        }
        for (Program program : object.programs()) {
            for (int i = 0; i < program.insnCount(); i++) {
                InsnText.of(program.insn(i));
            }
        }
        for (RelocationRecord record : object.relocations()) {
            object.lines().at(record.section(), record.relo().insnOff());
        }
    }

    private static void judge(ObjectSpecs specs, Kernel kernel) {
        Target.mayBeMalformed(() -> {
            Judgement judgement = new Judge(specs).on(kernel);
            for (RelocationResult result : judgement.relocations()) {
                Resolution resolution = result.resolution();
                AccessSpec local = resolution == null ? null : resolution.local();
                if (local != null) {
                    local.format();
                }
            }
            int length = PatchedObject.bytes(specs.object(), judgement.relocations()).length;
            if (length != specs.object().elf().file().length()) {
                throw new IllegalStateException("a patched file of another length");
            }
        });
    }
}
