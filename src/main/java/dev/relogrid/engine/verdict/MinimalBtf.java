package dev.relogrid.engine.verdict;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfExcerpt;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.btf.WatchedBtf;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.core.AccessSpec;
import dev.relogrid.engine.core.CandidateMatch;
import dev.relogrid.engine.core.Effort;
import dev.relogrid.engine.core.ReloKind;
import dev.relogrid.engine.core.Resolution;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.object.RelocationRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * The part of a kernel's types that some objects' relocations look at: held against it, every relocation ends as it does
 * against all of them, whether it resolves, is absent, ambiguous or an error. The one thing that differs are type ids,
 * and with them what {@code target_type_id} writes.
 *
 * <p>Programs that are not loaded by default count too. Modules do not: libbpf looks into none once it has been given
 * types in place of the running kernel's.
 */
public final class MinimalBtf {
    private final Btf vmlinux;
    private final BtfExcerpt excerpt;
    private final WatchedBtf watched;
    private final List<ObjectSpecs> objects = new ArrayList<>();

    /** A kernel without modules. */
    private record Alone(String id, Btf vmlinux) implements Kernel {
        @Override
        public List<NamedBtf> modules() {
            return List.of();
        }
    }

    /** @param vmlinux a kernel's types, in no way split */
    public MinimalBtf(Btf vmlinux) {
        this.vmlinux = vmlinux;
        this.excerpt = new BtfExcerpt(vmlinux);
        this.watched = new WatchedBtf(vmlinux, excerpt);
    }

    /** Keeps what the object's relocations look at. */
    public void add(ObjectSpecs object) {
        if (object.object().btf() == null) {
            return;
        }
        objects.add(object);
        PassedOver passedOver = new PassedOver(object.object());
        watch(object, record -> passedOver.why(record).isEmpty());
        watch(object, passedOver::maybeReached);
    }

    /** Which candidates are looked at depends on the relocations before, so each selection is a pass of its own. */
    private void watch(ObjectSpecs object, Predicate<RelocationRecord> which) {
        RelocationPass pass = new RelocationPass(object, new Alone("watched", watched), new Effort());
        for (RelocationRecord record : object.object().relocations()) {
            if (which.test(record)) {
                watched.countElements(record.relo().kind() == ReloKind.TYPE_MATCHES.ordinal());
                keepEnumerators(pass.relocate(record));
            }
        }
    }

    private void keepEnumerators(RelocationResult result) {
        Resolution resolution = result.resolution();
        if (resolution == null) {
            return;
        }
        for (CandidateMatch candidate : resolution.candidates()) {
            AccessSpec found = candidate.spec();
            if (found != null && found.kind().isEnumvalBased()) {
                excerpt.keepElement(found.accessorType(0), found.accessorIndex(0));
            }
        }
    }

    /**
     * A .BTF section of what is kept, in the kernel's byte order.
     *
     * @throws IllegalStateException when some relocation ends otherwise against it, which is compared before it is given
     */
    public byte[] section() {
        byte[] section = excerpt.section();
        Btf read = Btf.parse(Bytes.of("minimal BTF", section, vmlinux.order()));
        for (ObjectSpecs object : objects) {
            List<RelocationResult> expected = RelocationPass.run(object, new Alone("all types", vmlinux));
            List<RelocationResult> found = RelocationPass.run(object, new Alone("minimal", read));
            for (int i = 0; i < expected.size(); i++) {
                if (!isSame(expected.get(i), found.get(i))) {
                    throw new IllegalStateException("relocation #" + i + " ends otherwise against the minimal BTF: "
                            + expected.get(i) + ", " + found.get(i));
                }
            }
        }
        return section;
    }

    /** How many of the object's relocations find candidates in the kernel's modules, and none in vmlinux. */
    public static int inModules(ObjectSpecs object, Kernel kernel) {
        int count = 0;
        for (RelocationResult result : RelocationPass.run(object, kernel)) {
            Resolution resolution = result.resolution();
            count += resolution != null && resolution.candidates().stream().anyMatch(MinimalBtf::isOfModule) ? 1 : 0;
        }
        return count;
    }

    private static boolean isOfModule(CandidateMatch match) {
        return match.candidate().source().btf().base() != null;
    }

    private static boolean isSame(RelocationResult a, RelocationResult b) {
        return a.status() == b.status()
                && a.stage() == b.stage()
                && a.errno() == b.errno()
                && (a.record().relo().kind() == ReloKind.TYPE_ID_TARGET.ordinal()
                        || Objects.equals(a.value(), b.value()) && a.after().equals(b.after()));
    }
}
