package dev.relogrid.engine.insn;

/**
 * Instructions a relocation may stand on, in the notation of the kernel's verifier log (kernel/bpf/disasm.c); any other
 * as its fields.
 */
public final class InsnText {
    private static final String[] OPERATORS = {
        "+=", "-=", "*=", "/=", "|=", "&=", "<<=", ">>=", "neg", "%=", "^=", "=", "s>>=", "endian"
    };

    private InsnText() {}

    /** One instruction, without its second slot. */
    public static String of(Insn insn) {
        return switch (insn.insnClass()) {
            case Insn.ALU, Insn.ALU64 -> arithmetic(insn);
            case Insn.LDX -> "r" + insn.dst() + " = " + memory(insn, insn.src());
            case Insn.ST -> memory(insn, insn.dst()) + " = " + insn.imm();
            case Insn.STX -> memory(insn, insn.dst()) + " = r" + insn.src();
            case Insn.LD ->
                insn.isLdimm64() ? "r" + insn.dst() + " = 0x" + Integer.toHexString(insn.imm()) + " ll" : fields(insn);
            default ->
                insn.code() == Insn.CALL && insn.src() == 0
                        ? "call unknown#" + Integer.toUnsignedString(insn.imm())
                        : fields(insn);
        };
    }

    private static String arithmetic(Insn insn) {
        int operation = insn.code() >> 4;
        boolean register = (insn.code() & 0x08) != 0;
        if (operation >= OPERATORS.length || operation == 8 || operation == 13) {
            return fields(insn);
        }
        String name = insn.insnClass() == Insn.ALU ? "w" : "r";
        return name + insn.dst() + " " + OPERATORS[operation] + " " + (register ? name + insn.src() : insn.imm());
    }

    private static String memory(Insn insn, int base) {
        int off = insn.off();
        return "*(u" + 8 * insn.memorySize() + " *)(r" + base + (off < 0 ? " -" : " +") + Math.abs(off) + ")";
    }

    private static String fields(Insn insn) {
        return "code 0x" + Integer.toHexString(insn.code()) + " dst " + insn.dst() + " src " + insn.src() + " off "
                + insn.off() + " imm " + insn.imm();
    }
}
