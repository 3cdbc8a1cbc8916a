package dev.relogrid.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.archive.Archive;
import dev.relogrid.archive.ShippedBtf;
import dev.relogrid.archive.StoredKernel;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.extern.ExternPass;
import dev.relogrid.engine.extern.ExternResult;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.kernel.KernelFamily;
import dev.relogrid.engine.object.BpfObject;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of an extern is asked of all kernels of the shipped archive, once of those that answer alike. */
final class ExternFamilyTest {
    private static final int SAMPLES = 3;

    private final KernelFamily family = family();
    private final Random random = new Random(1);

    private static KernelFamily family() {
        StoredKernel kernel = Archive.open(ShippedBtf.ARCHIVE).kernels().getFirst();
        return Objects.requireNonNull(kernel.membership()).family();
    }

    /** @param most so many kernels are asked at most, for each extern */
    @ParameterizedTest
    @CsvSource({"kconfig_strong, 40", "kfunc, 80", "kfunc_forward, 40", "ksym, 80", "kconfig_guard, 200"})
    void kernelsOfOneAnswerHaveOneResult(String sample, int most) throws IOException {
        BpfObject object = parse(Path.of("target/bpf/el", sample + ".bpf.o"));
        ExternPass pass = new ExternPass(object);
        for (int i = 0; i < pass.size(); i++) {
            String name = object.externs().get(i).name();
            int asked = ask(pass, i, name);
            assertTrue(asked <= most, name + " was asked of " + asked + " kernels");
        }
    }

    private static BpfObject parse(Path file) throws IOException {
        return BpfObject.parse(Bytes.of(file.toString(), Files.readAllBytes(file), ByteOrder.LITTLE_ENDIAN));
    }

    /** How many kernels had to be asked; some of those that were not are asked as a check. */
    private int ask(ExternPass pass, int index, String name) {
        BitSet left = new BitSet();
        left.set(0, family.size());
        int asked = 0;
        for (int k = left.nextSetBit(0); k >= 0; k = left.nextSetBit(0)) {
            KernelFamily.Witness witness = family.ask(k);
            Kernel kernel = witness.kernel();
            if (kernel.vmlinux() == null) {
                left.clear(k);
                continue;
            }
            ExternResult result = pass.ask(index, kernel);
            BitSet same = (BitSet) witness.sameAnswers().clone();
            assertTrue(same.get(k), family.id(k));
            for (int i = 0; i < SAMPLES; i++) {
                int other = same.nextSetBit(random.nextInt(same.length()));
                Kernel alike = family.ask(other).kernel();
                assertEquals(result, pass.ask(index, alike), () -> name + " on " + family.id(other));
            }
            left.andNot(same);
            left.clear(k);
            asked++;
        }
        return asked;
    }
}
