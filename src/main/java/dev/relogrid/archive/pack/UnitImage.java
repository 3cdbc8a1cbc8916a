package dev.relogrid.archive.pack;

import dev.relogrid.engine.bytes.MalformedInput;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types of one unit in their order, and which id each reference means there; written as a .BTF section. */
final class UnitImage {
    private static final int HEADER = 24;
    private static final int MAGIC = 0xeb9f;
    private static final int VERSION = 1;

    /** Of the types of one unit; four times what kernels take in all ({@code BTF_MAX_SIZE} of kernel/bpf/btf.c). */
    static final int MOST_BYTES = 1 << 26;

    private final Definitions definitions;
    private final @Nullable UnitImage base;
    private final int startId;
    private final int[] exceptions;
    private final Definition[] types;
    /** The first type of each symbol, and of each definition; 0 for none. */
    private final int[] bySymbol;

    private final int[] byDefinition;
    /** The next type of the same symbol, by place in the order; 0 for none. */
    private final int[] next;

    private final Map<String, Integer> strings = new HashMap<>();
    private final Output stringBytes = new Output();

    /**
     * @param base of a module, its kernel's, which must have been written
     */
    UnitImage(Pack pack, UnitOrder unit, @Nullable UnitImage base) {
        int[] order = unit.definitions();
        this.exceptions = unit.exceptions();
        this.definitions = pack.definitions();
        this.base = base;
        this.startId = base == null ? 1 : base.startId + base.types.length;
        this.types = new Definition[order.length];
        this.next = new int[order.length];
        this.bySymbol = new int[pack.symbols().count()];
        this.byDefinition = new int[definitions.count()];
        for (int i = order.length - 1; i >= 0; i--) {
            types[i] = definitions.get(order[i]);
            int symbol = types[i].symbol();
            if (symbol >= bySymbol.length) {
                throw new MalformedInput("pack section DEFS", 0, "symbols below " + bySymbol.length, "" + symbol);
            }
            if (symbol >= 0) {
                next[i] = bySymbol[symbol];
                bySymbol[symbol] = startId + i;
            } else {
                byDefinition[order[i]] = startId + i;
            }
        }
        if (base == null) {
            string("");
        }
    }

    byte[] write(boolean bigEndian) {
        int[] starts = new int[types.length + 1];
        for (int i = 0; i < types.length; i++) {
            long end = (long) starts[i] + types[i].words().length;
            if (4 * end > MOST_BYTES) {
                throw new MalformedInput(
                        "pack", 0, "types of at most " + MOST_BYTES + " bytes in a unit", "type " + i + " beyond that");
            }
            starts[i + 1] = (int) end;
        }
        int[] words = new int[starts[types.length]];
        for (int i = 0; i < types.length; i++) {
            write(types[i], words, starts[i]);
        }
        except(words, starts);
        byte[] names = stringBytes.toArray();
        int size = Math.multiplyExact(words.length, 4);
        byte[] out = new byte[Math.addExact(HEADER + size, names.length)];
        int[] header = {
            bigEndian ? MAGIC << 16 | VERSION << 8 : VERSION << 16 | MAGIC, HEADER, 0, size, size, names.length
        };
        encode(header, out, 0, bigEndian);
        encode(words, out, HEADER, bigEndian);
        System.arraycopy(names, 0, out, HEADER + size, names.length);
        return out;
    }

    private static void encode(int[] words, byte[] out, int at, boolean bigEndian) {
        int p = at;
        for (int word : words) {
            int little = bigEndian ? Integer.reverseBytes(word) : word;
            out[p] = (byte) little;
            out[p + 1] = (byte) (little >>> 8);
            out[p + 2] = (byte) (little >>> 16);
            out[p + 3] = (byte) (little >>> 24);
            p += 4;
        }
    }

    private void write(Definition type, int[] out, int at) {
        int[] words = type.words();
        Shape shape = Shape.of(type.kind());
        out[at] = string(words[0]);
        out[at + 1] = words[1];
        for (int i = 2; i < words.length; i++) {
            out[at + i] = switch (i == 2 ? shape.third() : shape.at(i)) {
                case NAME -> string(words[i]);
                case TYPE -> id(words[i], type);
                case NUMBER -> words[i];
            };
        }
    }

    private void except(int[] words, int[] starts) {
        for (int i = 0; i < exceptions.length; i += 3) {
            int type = exceptions[i];
            int word = exceptions[i + 1];
            if (type >= types.length || word >= types[type].words().length) {
                throw new MalformedInput(
                        "pack", 0, "exceptions about types that are there", "word " + word + " of " + type);
            }
            words[starts[type] + word] = exceptions[i + 2];
        }
    }

    private int string(int place) {
        return place == 0 ? string("") : string(definitions.bytes(place).cString(place - definitions.start(place)));
    }

    private int string(String text) {
        Integer known = base == null ? null : base.strings.get(text);
        if (known == null) {
            known = strings.get(text);
        }
        if (known == null) {
            known = stringEnd();
            strings.put(text, known);
            stringBytes.string(Texts.name(text));
        }
        return known;
    }

    private int stringEnd() {
        return (base == null ? 0 : base.stringEnd()) + stringBytes.length();
    }

    private int id(int token, Definition in) {
        int index = Token.index(token);
        return switch (Token.tag(token)) {
            case Token.SYMBOL -> named(index, 0);
            case Token.DEFINITION -> unnamed(this, index);
            case Token.LISTED -> listed(Definitions.listed(in, index));
            default -> 0;
        };
    }

    private int listed(Token.Listed reference) {
        return switch (reference.kind()) {
            case SYMBOL_AT -> named(reference.index(), reference.place());
            case BASE_DEFINITION -> unnamed(base, reference.index());
        };
    }

    private int named(int symbol, int place) {
        int id = symbol < bySymbol.length ? bySymbol[symbol] : 0;
        int left = place;
        while (id != 0 && left > 0) {
            id = next[id - startId];
            left--;
        }
        if (id != 0) {
            return id;
        }
        if (base == null) {
            throw PackProblems.noType(symbol, place);
        }
        return base.named(symbol, left);
    }

    private static int unnamed(@Nullable UnitImage unit, int definition) {
        int id = unit == null || definition >= unit.byDefinition.length ? 0 : unit.byDefinition[definition];
        if (id == 0) {
            throw new MalformedInput("pack", 0, "definition " + definition + " in the unit that refers to it", "none");
        }
        return id;
    }
}
