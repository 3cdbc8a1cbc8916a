package dev.relogrid.engine.core;

/**
 * What a relocation writes ({@code struct bpf_core_relo_res}).
 *
 * @param original the value by the local types, which the instruction must hold already
 * @param value the value by the target types
 * @param poison there is no target: the instruction becomes a call of a helper that does not exist
 * @param validate whether {@code original} is checked against the instruction
 * @param memory how many bytes a load or store of this field moves
 */
public record ReloValue(long original, long value, boolean poison, boolean validate, MemorySize memory) {

    /**
     * Sizes of the field (of an array: of its innermost element); 0 for anything but a byte offset of a field that is
     * no bitfield.
     *
     * @param original bytes by the local types
     * @param value bytes by the target types
     * @param fail they differ and a load or store cannot be adjusted
     */
    public record MemorySize(int original, int value, boolean fail) {
        static final MemorySize NONE = new MemorySize(0, 0, false);
    }
}
