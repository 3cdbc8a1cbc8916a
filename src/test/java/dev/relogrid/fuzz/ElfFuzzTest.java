package dev.relogrid.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.relogrid.engine.elf.Elf;
import dev.relogrid.engine.elf.Section;
import dev.relogrid.engine.elf.Symbol;

/** Sections, their names and bytes, symbols, relocations. */
final class ElfFuzzTest {

    @FuzzTest
    void parse(byte[] data) {
        fuzzerTestOneInput(data);
    }

    static void fuzzerTestOneInput(byte[] data) {
        Target.mayBeMalformed(() -> touch(Elf.parse(Target.bytes(data))));
    }

    private static void touch(Elf elf) {
        for (Section section : elf.sections()) {
            Target.mayBeMalformed(() -> {
                if (elf.data(section).length() > elf.file().length()
                        || section.name().length() > 4096) {
                    throw new IllegalStateException("more than the file holds");
                }
            });
            Target.mayBeMalformed(() -> elf.relocations(section));
            elf.section(section.name());
        }
        Target.mayBeMalformed(() -> {
            for (Symbol symbol : elf.symbols()) {
                if (symbol.name().length() > 4096) {
                    throw new IllegalStateException("a name longer than names may be");
                }
            }
        });
    }
}
