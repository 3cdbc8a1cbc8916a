package dev.relogrid.engine.feature;

import dev.relogrid.engine.insn.Insn;
import org.jspecify.annotations.Nullable;

/**
 * Which instructions came to the kernel later than types did (Documentation/bpf/standardization/instruction-set.rst), and
 * how an older verifier refuses them: some on sight, wherever they stand ({@code resolve_pseudo_ldimm64}: "unknown
 * opcode", "uses reserved fields"), others only when it comes to them ({@code do_check}).
 */
enum InsnNeeds {
    ATOMICS(Since.ATOMIC_FETCH, true, "atomic instructions other than a plain add (cpu v3)", "insn atomic_fetch_add"),
    ACQUIRE_RELEASE(Since.ACQUIRE_RELEASE, false, "a load-acquire or store-release instruction", "insn load_acquire"),
    SMALL_ACQUIRE_RELEASE(
            Since.ACQUIRE_RELEASE,
            true,
            "load-acquire or store-release instructions of 8 or 16 bits",
            "insn load_acquire8"),
    SIGNED_LOAD(Since.CPU_V4, true, "sign-extending loads (cpu v4)", "insn ldsx"),
    SIGNED_DIVISION(Since.CPU_V4, false, "a signed division (cpu v4)", "insn sdiv"),
    SIGNED_MOVE(Since.CPU_V4, false, "a sign-extending move (cpu v4)", "insn movsx"),
    BYTE_SWAP(Since.CPU_V4, true, "unconditional byte swaps (cpu v4)", "insn bswap"),
    LONG_JUMP(Since.CPU_V4, true, "jumps by 32-bit offsets (cpu v4)", "insn gotol"),
    MAY_GOTO(Since.MAY_GOTO, true, "may_goto instructions", "insn may_goto"),
    ADDRESS_SPACE_CAST(Since.ADDRESS_SPACES, false, "a cast between address spaces", "insn addr_space_cast"),
    INDIRECT_JUMP(Since.INDIRECT_JUMPS, true, "jumps to an address in a register", "insn gotox"),
    CALLBACK(Since.CALLBACKS, true, "addresses of functions, for callbacks", "insn callback");

    private static final int ATOMIC = 0xc0;
    private static final int SIGNED = 0x80;
    private static final int MODE = 0xe0;
    private static final int OPERATION = 0xf0;
    private static final int FROM_REGISTER = 0x08;

    private final Since since;
    private final boolean onSight;
    private final String wanted;
    private final Dated.Fact fact;

    InsnNeeds(Since since, boolean onSight, String wanted, String fact) {
        this.since = since;
        this.onSight = onSight;
        this.wanted = wanted;
        this.fact = new Dated.Fact(fact, "its verifier does not take such instructions");
    }

    Since since() {
        return since;
    }

    /** Whether an older verifier refuses the program for it even where it is never reached. */
    boolean onSight() {
        return onSight;
    }

    /** What to ask a booted kernel; one instruction speaks for those that came with it. */
    Dated.Fact fact() {
        return fact;
    }

    /** A noun phrase. */
    String wanted() {
        return wanted;
    }

    /** What is newer about the instruction; null for those that every kernel with types has. */
    static @Nullable InsnNeeds of(Insn insn) {
        return switch (insn.insnClass()) {
            case Insn.STX -> (insn.code() & MODE) == ATOMIC ? ofAtomic(insn) : null;
            case Insn.LDX -> (insn.code() & MODE) == SIGNED ? SIGNED_LOAD : null;
            case Insn.ALU, Insn.ALU64 -> ofArithmetic(insn);
            case Insn.JMP ->
                switch (insn.code()) {
                    case 0xe5 -> MAY_GOTO;
                    case 0x0d -> INDIRECT_JUMP;
                    default -> null;
                };
            case Insn.JMP32 -> insn.code() == 0x06 ? LONG_JUMP : null;
            default -> null;
        };
    }

    private static @Nullable InsnNeeds ofAtomic(Insn insn) {
        return switch (insn.imm()) {
            case 0 -> null;
            case 0x100, 0x110 -> insn.memorySize() < 4 ? SMALL_ACQUIRE_RELEASE : ACQUIRE_RELEASE;
            default -> ATOMICS;
        };
    }

    private static @Nullable InsnNeeds ofArithmetic(Insn insn) {
        boolean wide = insn.insnClass() == Insn.ALU64;
        return switch (insn.code() & OPERATION) {
            case 0x30, 0x90 -> insn.off() == 1 ? SIGNED_DIVISION : null;
            case 0xb0 -> (insn.code() & FROM_REGISTER) == 0 ? null : ofMove(insn.off());
            case 0xd0 -> wide ? BYTE_SWAP : null;
            default -> null;
        };
    }

    private static @Nullable InsnNeeds ofMove(int off) {
        return switch (off) {
            case 0 -> null;
            case 1 -> ADDRESS_SPACE_CAST;
            default -> SIGNED_MOVE;
        };
    }
}
