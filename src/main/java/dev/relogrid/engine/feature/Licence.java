package dev.relogrid.engine.feature;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.elf.Elf;
import dev.relogrid.engine.elf.Section;
import java.util.Set;

/** The licence an object says it is under, in the words that kernels compare (include/linux/license.h). */
final class Licence {
    private static final Set<String> GPL =
            Set.of("GPL", "GPL v2", "GPL and additional rights", "Dual BSD/GPL", "Dual MIT/GPL", "Dual MPL/GPL");

    private Licence() {}

    /** Whether kernels take it for compatible with their own; without a section named so it is not. */
    static boolean isGpl(Elf elf) {
        Section section = elf.section("license");
        if (section == null) {
            return false;
        }
        Bytes text = elf.data(section);
        StringBuilder licence = new StringBuilder();
        // libbpf copies no more of it
        for (int i = 0; i < Math.min(text.length(), 63) && text.u8(i) != 0; i++) {
            licence.append((char) text.u8(i));
        }
        return GPL.contains(licence.toString());
    }
}
