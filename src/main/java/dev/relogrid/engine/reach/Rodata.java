package dev.relogrid.engine.reach;

import dev.relogrid.engine.elf.Elf;
import dev.relogrid.engine.elf.Symbol;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.MapDef;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The read-only data of an object: its bytes as compiled, and its variables. Literals the compiler put there are in no
 * variable.
 */
final class Rodata {
    /** One section. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Part(byte[] bytes, List<RodataVariable> variables) {}

    private final IdentityHashMap<MapDef, Part> parts = new IdentityHashMap<>();

    Rodata(BpfObject object) {
        List<Symbol> symbols = null;
        Elf elf = object.elf();
        for (MapDef map : object.maps()) {
            if (map.internal() && isReadOnly(map.name())) {
                symbols = symbols == null ? elf.symbols() : symbols;
                byte[] bytes = elf.data(elf.sections().get(map.sectionIndex())).toArray();
                parts.put(map, new Part(bytes, variables(map, symbols, bytes.length)));
            }
        }
    }

    /** Whether libbpf makes the map of the section read-only ({@code bpf_object__init_global_data_maps}). */
    private static boolean isReadOnly(String section) {
        return section.equals(".rodata") || section.startsWith(".rodata.");
    }

    private static List<RodataVariable> variables(MapDef map, List<Symbol> symbols, int length) {
        List<RodataVariable> variables = new ArrayList<>();
        for (Symbol symbol : symbols) {
            long from = symbol.value();
            long size = symbol.size();
            if (symbol.type() == Elf.STT_OBJECT
                    && symbol.section() == map.sectionIndex()
                    && from >= 0
                    && size > 0
                    && from <= length
                    && size <= length - from) {
                variables.add(new RodataVariable(map, symbol.name(), (int) from, (int) size));
            }
        }
        return variables;
    }

    /** The section a map stands for; null when that may be written to. */
    @Nullable
    Part part(MapDef map) {
        return parts.get(map);
    }
}
