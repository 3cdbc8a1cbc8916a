package dev.relogrid.vm;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.engine.elf.Elf;
import dev.relogrid.engine.elf.Symbol;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** What a module's file defines, by its symbol table; modules of kernels before 5.11 have no types that would say it. */
final class ModuleSymbols {
    private ModuleSymbols() {}

    static boolean hasAny(Path file, Set<String> functions) throws IOException {
        try {
            Elf elf = Elf.parse(Bytes.of(file.toString(), Files.readAllBytes(file), ByteOrder.LITTLE_ENDIAN));
            for (Symbol symbol : elf.symbols()) {
                if (symbol.section() != Elf.SHN_UNDEF
                        && symbol.type() == Elf.STT_FUNC
                        && functions.contains(symbol.name())) {
                    return true;
                }
            }
        } catch (MalformedInput e) {
            return false; // the guest's kernel will say what it thinks of it
        }
        return false;
    }
}
