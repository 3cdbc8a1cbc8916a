package dev.relogrid.engine.object;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.elf.Elf;
import dev.relogrid.engine.elf.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the global variables of an object: those that a DATASEC of its types lists under the name of a data section. The
 * compiler leaves offsets 0, and libbpf takes them from the symbols ({@code btf_fixup_datasec}).
 */
final class VariableReader {
    private VariableReader() {}

    static List<Variable> read(Btf btf, List<Symbol> symbols, List<MapDef> maps) {
        Map<String, MapDef> sections = new HashMap<>();
        for (MapDef map : maps) {
            if (map.internal()) {
                sections.putIfAbsent(map.name(), map);
            }
        }
        Map<String, Symbol> places = new HashMap<>();
        for (Symbol symbol : symbols) {
            if (symbol.type() == Elf.STT_OBJECT) {
                places.putIfAbsent(place(symbol.section(), symbol.name()), symbol);
            }
        }
        List<Variable> variables = new ArrayList<>();
        for (int id = 1; id < btf.typeCount() && !sections.isEmpty(); id++) {
            MapDef map = btf.kind(id) == BtfKind.DATASEC ? sections.remove(btf.name(id)) : null;
            for (int i = 0; map != null && i < btf.vlen(id); i++) {
                int variable = btf.datasecType(id, i);
                Symbol symbol = btf.kind(variable) == BtfKind.VAR
                        ? places.get(place(map.sectionIndex(), btf.name(variable)))
                        : null;
                if (symbol != null && lies(symbol, map)) {
                    variables.add(new Variable(
                            symbol.name(), map, (int) symbol.value(), (int) symbol.size(), btf.type(variable)));
                }
            }
        }
        return variables;
    }

    private static String place(int section, String name) {
        return section + " " + name;
    }

    private static boolean lies(Symbol symbol, MapDef map) {
        return symbol.value() >= 0
                && symbol.size() >= 0
                && symbol.value() <= map.valueSize()
                && symbol.size() <= map.valueSize() - symbol.value();
    }
}
