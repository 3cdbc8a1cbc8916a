package dev.relogrid.matrix.queue;

import java.util.function.BooleanSupplier;

/**
 * One try at a job.
 *
 * @param failures how many tries failed before it
 * @param stopping whether the node is going down: what takes long then stops and says that it is not over
 */
public record Attempt(int failures, BooleanSupplier stopping) {}
