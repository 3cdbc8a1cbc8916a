package dev.relogrid.engine.verdict;

/**
 * A relocation that did not end well on a kernel.
 *
 * @param relocation its number in the object
 * @param status {@link RelocationResult.Status#ERROR} or {@link RelocationResult.Status#POISONED}
 * @param cause a clause: what the kernel lacks, or why libbpf refuses
 */
public record Finding(int relocation, RelocationResult.Status status, String cause) {}
