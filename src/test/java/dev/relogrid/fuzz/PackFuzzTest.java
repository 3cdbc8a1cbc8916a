package dev.relogrid.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.relogrid.archive.pack.FuzzedPack;
import dev.relogrid.archive.pack.Pack;
import dev.relogrid.archive.pack.PackedFamily;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.fixture.TypeText;
import java.util.List;

/** A pack with checksums that fit: every item read, every kernel made again, and every name of the samples asked for. */
final class PackFuzzTest {
    private static final Btf NAMES = Samples.module().build();
    private static final int MOST_KERNELS = 8;
    private static final int MOST_CANDIDATES = 8;

    @FuzzTest
    void read(byte[] data) {
        fuzzerTestOneInput(data);
    }

    static void fuzzerTestOneInput(byte[] data) {
        byte[] bytes = FuzzedPack.pack(data);
        Pack pack;
        try {
            pack = Pack.of(bytes);
        } catch (MalformedInput e) {
            return;
        }
        Target.mayBeMalformed(pack::verify);
        PackedFamily family = FuzzedPack.family(pack);
        for (int i = 0; i < Math.min(MOST_KERNELS, family.size()); i++) {
            int kernel = i;
            Target.mayBeMalformed(() -> rebuild(pack, kernel));
            Target.mayBeMalformed(() -> pack.config(kernel));
            Target.mayBeMalformed(() -> pack.kernelSymbols(kernel));
            Target.mayBeMalformed(() -> {
                KernelAsked.all(family.ask(kernel).kernel());
            });
        }
    }

    private static void rebuild(Pack pack, int kernel) {
        Btf vmlinux = Btf.parse(Target.bytes(pack.vmlinux(kernel)));
        for (byte[] module : pack.modules(kernel).values()) {
            Target.touch(Btf.parseSplit(Target.bytes(module), vmlinux));
        }
    }

    /** What the engine could ask of a kernel. */
    private static final class KernelAsked {
        static void all(Kernel kernel) {
            Btf vmlinux = kernel.vmlinux();
            if (vmlinux == null) {
                return;
            }
            ask(vmlinux);
            List<NamedBtf> modules = kernel.modules();
            for (NamedBtf module : modules.subList(0, Math.min(2, modules.size()))) {
                ask(module.btf());
            }
        }

        private static void ask(Btf asked) {
            for (int name = 1; name < NAMES.typeCount(); name++) {
                int local = name;
                Target.mayBeMalformed(() -> candidates(asked, local));
            }
        }

        private static void candidates(Btf asked, int local) {
            int kind = NAMES.kind(local);
            int id = asked.nextByEssentialName(kind, NAMES, NAMES.nameOffset(local), 0);
            for (int left = MOST_CANDIDATES; id != 0 && left > 0; left--) {
                int type = id;
                Target.mayBeMalformed(() -> TypeText.of(asked, type));
                Target.mayBeMalformed(() -> asked.resolveSize(type));
                Target.mayBeMalformed(() -> asked.skipModifiersAndTypedefs(type));
                id = asked.nextByEssentialName(kind, NAMES, NAMES.nameOffset(local), id);
            }
        }
    }
}
