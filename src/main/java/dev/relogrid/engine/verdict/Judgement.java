package dev.relogrid.engine.verdict;

import java.util.List;

/**
 * A verdict and the evidence for it.
 *
 * @param verdict what is said of the object
 * @param relocations one for each of the object's relocations, in their order; empty when the kernel's types are not
 *     known. These refer to the kernel's types and keep them in memory.
 */
public record Judgement(KernelVerdict verdict, List<RelocationResult> relocations) {}
