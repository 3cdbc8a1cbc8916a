package dev.relogrid.cli;

import dev.relogrid.archive.StoredKernel;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.verdict.Cause;
import dev.relogrid.engine.verdict.Finding;
import dev.relogrid.engine.verdict.KernelVerdict;
import dev.relogrid.engine.verdict.Remedy;
import dev.relogrid.engine.verdict.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What to do about causes, by the kernels that were checked. */
final class Remedies {
    private final Map<String, StoredKernel> kernels = new HashMap<>();
    private final List<StoredKernel> inOrder;

    Remedies(List<StoredKernel> kernels) {
        this.inOrder = kernels;
        kernels.forEach(kernel -> this.kernels.put(kernel.id(), kernel));
    }

    /** All kernels that were checked, in their order. */
    List<StoredKernel> kernels() {
        return inOrder;
    }

    /** Looked for in the newest kernel where the cause is, with what the newest one tells where it is not. */
    Remedy of(CheckedObject object, Cause cause) {
        Kernel lacking = kernel(newest(cause.kernels()));
        return lacking == null ? Remedy.NONE : Remedy.of(object.specs(), cause.first(), lacking, having(object, cause));
    }

    /** The last of the commonest machines, else the last: symbols' names differ between machines. */
    private static String newest(List<String> ids) {
        for (int i = ids.size() - 1; i >= 0; i--) {
            if (ids.get(i).contains("/amd64/")) {
                return ids.get(i);
            }
        }
        return ids.getLast();
    }

    private @Nullable Kernel having(CheckedObject object, Cause cause) {
        List<KernelVerdict> verdicts = object.verdicts();
        for (int i = verdicts.size() - 1; i >= 0; i--) {
            KernelVerdict verdict = verdicts.get(i);
            if (verdict.verdict() != Verdict.NO_BTF && !lacks(verdict, cause.first())) {
                return kernel(verdict.kernel());
            }
        }
        return null;
    }

    private static boolean lacks(KernelVerdict verdict, Finding finding) {
        for (Finding other : verdict.findings()) {
            if (other.number() == finding.number()
                    && other.obstacle().wanted().equals(finding.obstacle().wanted())) {
                return true;
            }
        }
        return false;
    }

    /** One that reads no more than it is asked for, where there is such a one. */
    private @Nullable Kernel kernel(String id) {
        StoredKernel kernel = kernels.get(id);
        StoredKernel.Membership place = kernel == null ? null : kernel.membership();
        return place == null ? kernel : place.family().ask(place.index()).kernel();
    }
}
