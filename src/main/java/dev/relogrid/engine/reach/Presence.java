package dev.relogrid.engine.reach;

/** Whether the kernel has what an extern names. */
public enum Presence {
    /** It has: the address is not null. */
    PRESENT,
    /** It has not, and the object does without it: libbpf puts 0 for the address. */
    ABSENT,
    /** Not known: the address may be null or not. */
    UNKNOWN
}
