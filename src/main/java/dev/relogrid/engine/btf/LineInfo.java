package dev.relogrid.engine.btf;

/**
 * The C source line an instruction begins (include/uapi/linux/bpf.h, {@code struct bpf_line_info}).
 *
 * @param insnOff bytes from the start of the ELF section
 * @param fileOff offset of the file's name in the strings of .BTF
 * @param textOff offset of the line's text there
 * @param lineColumn line number in the upper 22 bits, column in the lower 10
 */
public record LineInfo(int insnOff, int fileOff, int textOff, int lineColumn) {

    /** Line number, from 1. */
    public int line() {
        return lineColumn >>> 10;
    }

    /** Column, from 1; 0 when unknown. */
    public int column() {
        return lineColumn & 0x3ff;
    }
}
