package dev.relogrid.engine.object;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.elf.Elf;
import dev.relogrid.engine.elf.Section;
import dev.relogrid.engine.elf.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the maps of an object: those defined as variables of {@code .maps}, described by the types of their members
 * ({@code bpf_object__init_user_btf_map}, {@code parse_btf_map_def}), and those that stand for data sections.
 */
final class MapReader {
    private static final int ARRAY_MAP = 2;
    /** Far more than there are; every variable of the section may name the same struct. */
    private static final int MOST_FIELDS = 64;

    private final Elf elf;
    private final @Nullable Btf btf;
    private final Map<String, Symbol> variables = new HashMap<>();
    private final List<MapDef> inner = new ArrayList<>();

    MapReader(Elf elf, @Nullable Btf btf, List<Symbol> symbols) {
        this.elf = elf;
        this.btf = btf;
        for (Symbol symbol : symbols) {
            if (symbol.type() == Elf.STT_OBJECT && symbol.bind() != Elf.STB_LOCAL) {
                variables.putIfAbsent(symbol.name(), symbol);
            }
        }
    }

    List<MapDef> read() {
        List<MapDef> maps = new ArrayList<>();
        Section section = elf.section(".maps");
        if (section != null) {
            readDefined(section, maps);
        }
        for (Section data : elf.sections()) {
            if (isData(data)) {
                maps.add(new MapDef(data.name(), data.index(), 0, ARRAY_MAP, 4, data.size(), 1, 0, true));
            }
        }
        return maps;
    }

    /** What the maps of maps that were read are made to hold. */
    List<MapDef> innerMaps() {
        return inner;
    }

    /** Whether libbpf makes a map of its own for the section ({@code bpf_object__elf_collect}). */
    static boolean isData(Section section) {
        String name = section.name();
        boolean bss = section.type() == Elf.SHT_NOBITS && isNamed(name, ".bss");
        boolean bits = section.type() == Elf.SHT_PROGBITS && section.size() > 0 && !section.executable();
        return bss || bits && (isNamed(name, ".data") || isNamed(name, ".rodata"));
    }

    private static boolean isNamed(String name, String base) {
        return name.equals(base) || name.startsWith(base + ".");
    }

    private void readDefined(Section section, List<MapDef> into) {
        if (btf == null) {
            throw new OpenRefused(
                    Refusal.ENOENT, "maps are defined in .maps, which needs a .BTF section, and it is missing");
        }
        int datasec = 0;
        for (int id = 1; id < btf.typeCount() && datasec == 0; id++) {
            if (btf.kind(id) == BtfKind.DATASEC && btf.name(id).equals(".maps")) {
                datasec = id;
            }
        }
        if (datasec == 0) {
            throw new OpenRefused(Refusal.ENOENT, "maps are defined in .maps, which .BTF does not describe");
        }
        boolean offsetsKnown = btf.size(datasec) != 0;
        for (int i = 0; i < btf.vlen(datasec); i++) {
            into.add(defined(section, btf, datasec, i, offsetsKnown));
        }
    }

    private MapDef defined(Section section, Btf types, int datasec, int i, boolean offsetsKnown) {
        int variable = types.datasecType(datasec, i);
        String name = types.name(variable);
        int def = types.kind(variable) == BtfKind.VAR ? types.skipModifiersAndTypedefs(types.type(variable)) : 0;
        if (name.isEmpty() || types.kind(def) != BtfKind.STRUCT) {
            throw new OpenRefused(Refusal.EINVAL, "map '" + name + "' is not defined by a struct");
        }
        Symbol symbol = variables.get(name);
        if (symbol == null) {
            throw new OpenRefused(Refusal.ENOENT, "map '" + name + "' has no symbol");
        }
        long offset = offsetsKnown ? Integer.toUnsignedLong(types.datasecOffset(datasec, i)) : symbol.value();
        Fields fields = fields(name, types, def);
        if (fields.type == 0) {
            throw new OpenRefused(Refusal.EINVAL, "map '" + name + "' does not say its type");
        }
        if (fields.inner != 0) {
            Fields of = fields(name + ".inner", types, fields.inner);
            inner.add(of.map(section.index(), offset));
        }
        return fields.map(section.index(), offset);
    }

    private static Fields fields(String name, Btf types, int def) {
        if (types.vlen(def) > MOST_FIELDS) {
            throw new OpenRefused(Refusal.EINVAL, "map '" + name + "' has " + types.vlen(def) + " fields");
        }
        Fields fields = new Fields(name, types);
        for (int member = 0; member < types.vlen(def); member++) {
            fields.read(types.string(types.memberNameOffset(def, member)), types.memberType(def, member));
        }
        return fields;
    }

    /** The members of a map's struct; a number is the length of an array behind a pointer, {@code int (*x)[N]}. */
    private static final class Fields {
        private final String map;
        private final Btf btf;
        private long type;
        private long keySize;
        private long valueSize;
        private long maxEntries;
        private long flags;
        /** The struct that defines the maps it holds, 0 for none. */
        private int inner;

        Fields(String map, Btf btf) {
            this.map = map;
            this.btf = btf;
        }

        void read(String field, int typeId) {
            switch (field) {
                case "type" -> type = number(field, typeId);
                case "max_entries" -> maxEntries = number(field, typeId);
                case "map_flags" -> flags = number(field, typeId);
                case "key_size" -> keySize = number(field, typeId);
                case "value_size" -> valueSize = number(field, typeId);
                case "key" -> keySize = pointee(field, typeId);
                case "value" -> valueSize = pointee(field, typeId);
                case "values" -> {
                    valueSize = 4;
                    inner = innerDefinition(typeId);
                }
                case "numa_node", "pinning" -> number(field, typeId);
                case "map_extra" -> {} // 64 bits wide; means something to a few map types only
                default ->
                    throw new OpenRefused(Refusal.EOPNOTSUPP, "map '" + map + "' has an unknown field '" + field + "'");
            }
        }

        MapDef map(int section, long offset) {
            return new MapDef(map, section, offset, (int) type, keySize, valueSize, maxEntries, flags, false);
        }

        /** Of an array of pointers to structs; those to functions are a program array's. */
        private int innerDefinition(int array) {
            int pointer = btf.kind(array) == BtfKind.ARRAY ? btf.skipModifiersAndTypedefs(btf.arrayType(array)) : 0;
            int struct = btf.kind(pointer) == BtfKind.PTR ? btf.skipModifiersAndTypedefs(btf.type(pointer)) : 0;
            return btf.kind(struct) == BtfKind.STRUCT ? struct : 0;
        }

        private long number(String field, int typeId) {
            int pointer = btf.skipModifiersAndTypedefs(typeId);
            if (btf.kind(pointer) == BtfKind.PTR && btf.kind(btf.type(pointer)) == BtfKind.ARRAY) {
                return btf.arrayCount(btf.type(pointer));
            }
            throw new OpenRefused(Refusal.EINVAL, "map '" + map + "': field '" + field + "' is not a number");
        }

        private long pointee(String field, int typeId) {
            long size = btf.kind(typeId) == BtfKind.PTR ? btf.resolveSize(btf.type(typeId)) : -1;
            if (size < 0) {
                throw new OpenRefused(Refusal.EINVAL, "map '" + map + "': the size of its " + field + " is unknown");
            }
            return size;
        }
    }
}
