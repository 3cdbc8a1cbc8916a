package dev.relogrid.engine.verdict;

/**
 * A relocation that did not end well on a kernel.
 *
 * @param relocation its number in the object
 * @param status {@link RelocationResult.Status#ERROR} or {@link RelocationResult.Status#POISONED}
 * @param fatal whether it is certain to keep the object, or its program, from loading
 * @param cause a clause: what the kernel lacks, or why libbpf refuses
 */
public record Finding(int relocation, RelocationResult.Status status, boolean fatal, String cause) {}
