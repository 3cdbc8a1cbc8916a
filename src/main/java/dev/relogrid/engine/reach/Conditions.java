package dev.relogrid.engine.reach;

/**
 * What an exploration goes by, beside the object and what libbpf made of it.
 *
 * @param rules what the kernel's verifier knows
 * @param anyRodata whether read-only variables may have any value instead of the compiled one; those that the loader sets
 *     keep what it sets
 * @param bounds how far it goes
 */
public record Conditions(Rules rules, boolean anyRodata, Bounds bounds) {}
