package dev.relogrid.engine.verdict;

import java.util.List;

/**
 * What is said of an object on one kernel. libbpf loads an object as a whole, so this is the worst of its programs that
 * are loaded by default. Holds on to nothing of the kernel, so verdicts of thousands can be kept.
 *
 * @param kernel its id
 * @param verdict the word for the whole object
 * @param reason one clause; empty when all is well
 * @param programs those that are loaded by default, in the object's order
 * @param findings the relocations that did not end well, in the object's order
 */
public record KernelVerdict(
        String kernel, Verdict verdict, String reason, List<ProgramVerdict> programs, List<Finding> findings) {

    /** The same of another kernel. */
    KernelVerdict of(String otherKernel) {
        return new KernelVerdict(otherKernel, verdict, reason, programs, findings);
    }
}
