package dev.relogrid.archive.pack;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.btf.EssentialName;
import dev.relogrid.engine.bytes.MalformedInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The types of one BTF, told apart from their numbers: what symbol each belongs to, which of its types it is, and its
 * definition in the dictionary. Of a split BTF its own types only; those of its base are looked up there.
 */
final class UnitTypes {
    /** Longest chain of unnamed types in unnamed types; real ones stay below 30. */
    static final int MAX_DEPTH = 400;

    private static final int UNKNOWN = -1;

    private final Dictionary dictionary;
    private final Btf btf;
    private final @Nullable UnitTypes base;
    private final int start;
    private final int[] symbols;
    private final int[] places;
    private final int[] definitions;
    private final Map<Integer, Integer> counts = new HashMap<>();
    private @Nullable Map<Integer, Integer> firsts;

    /**
     * @param base of a module, its kernel's types
     * @throws MalformedInput when unnamed types contain each other without end
     */
    UnitTypes(Dictionary dictionary, Btf btf, @Nullable UnitTypes base) {
        this.dictionary = dictionary;
        this.btf = btf;
        this.base = base;
        this.start = btf.startId();
        int count = btf.typeCount() - start;
        if (count > UnitOrder.MOST_TYPES) {
            throw new MalformedInput("BTF types", 0, "at most " + UnitOrder.MOST_TYPES + " types", count + " types");
        }
        this.symbols = new int[count];
        this.places = new int[count];
        this.definitions = new int[count];
        Arrays.fill(definitions, UNKNOWN);
        for (int i = 0; i < count; i++) {
            name(i);
        }
        for (int i = 0; i < count; i++) {
            definition(start + i, 0);
        }
    }

    private void name(int i) {
        String name = btf.name(start + i);
        symbols[i] = name.isEmpty()
                ? UNKNOWN
                : dictionary.symbol(Definition.symbolClass(btf.kind(start + i)), EssentialName.of(name));
        if (symbols[i] != UNKNOWN) {
            places[i] = counts.merge(symbols[i], 1, Integer::sum) - 1;
        }
    }

    /**
     * What a dictionary needs to know of the unit.
     *
     * @param order dictionary numbers of definitions in the order of the types' ids
     * @param bySymbol the definitions under each symbol, in the same order
     * @param exceptions three numbers for each reference to an unnamed type that is not the unit's first of its
     *     definition: the type's place in the order, the word, and the id it is to have
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    record Summary(int[] order, Map<Integer, int[]> bySymbol, int[] exceptions) {
        /** What is needed once the unit has been entered. */
        Summary withoutSymbols() {
            return new Summary(order, Map.of(), exceptions);
        }

        /** Enters the unit under its number. */
        void enter(Dictionary dictionary, int unit) {
            bySymbol.forEach((symbol, content) -> dictionary.has(unit, symbol, content));
        }
    }

    Summary summary() {
        Map<Integer, int[]> contents = new HashMap<>();
        for (int i = 0; i < symbols.length; i++) {
            if (symbols[i] != UNKNOWN) {
                int size = counts.getOrDefault(symbols[i], 0);
                contents.computeIfAbsent(symbols[i], symbol -> new int[size])[places[i]] = definitions[i];
            }
        }
        return new Summary(definitions, contents, exceptions());
    }

    /** Some kernels have the same unnamed type twice, and refer to the second. */
    private int[] exceptions() {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < definitions.length; i++) {
            Definition definition = dictionary.definitions().get(definitions[i]);
            Shape shape = Shape.of(definition.kind());
            for (int word = 2; word < definition.words().length; word++) {
                if ((word == 2 ? shape.third() : shape.at(word)) == Shape.Role.TYPE) {
                    int id = btf.word(start + i, 4 * word);
                    if (id != 0 && id != first(id)) {
                        found.addAll(List.of(i, word, id));
                    }
                }
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Of an unnamed type, the first in its unit that has its definition; else the type itself. */
    private int first(int id) {
        if (id < start) {
            return base == null ? id : base.first(id);
        }
        return symbols[id - start] != UNKNOWN ? id : firsts().getOrDefault(definitions[id - start], id);
    }

    private Map<Integer, Integer> firsts() {
        Map<Integer, Integer> known = firsts;
        if (known == null) {
            known = new HashMap<>();
            for (int i = 0; i < definitions.length; i++) {
                known.putIfAbsent(definitions[i], start + i);
            }
            firsts = known;
        }
        return known;
    }

    private int definition(int id, int depth) {
        int i = id - start;
        if (definitions[i] == UNKNOWN) {
            if (depth > MAX_DEPTH) {
                throw new MalformedInput(
                        "BTF types",
                        0,
                        "at most " + MAX_DEPTH + " types without names in one another",
                        "more at [" + id + "]");
            }
            definitions[i] = dictionary.definition(read(id, depth));
        }
        return definitions[i];
    }

    private Definition read(int id, int depth) {
        int info = btf.word(id, 4);
        Shape shape = Shape.of(Definition.kind(info));
        int[] words = new int[shape.words(shape.each().length == 0 ? 0 : Definition.vlen(info))];
        List<Token.Listed> listed = new ArrayList<>();
        words[0] = dictionary.string(btf.name(id));
        words[1] = info;
        words[2] = word(shape.third(), btf.word(id, 8), listed, depth);
        for (int i = Shape.HEADER; i < words.length; i++) {
            words[i] = word(shape.at(i), btf.word(id, 4 * i), listed, depth);
        }
        return new Definition(symbols[id - start], words, List.copyOf(listed));
    }

    private int word(Shape.Role role, int raw, List<Token.Listed> listed, int depth) {
        return switch (role) {
            case NUMBER -> raw;
            case NAME -> dictionary.string(btf.string(raw));
            case TYPE -> token(raw, listed, depth);
        };
    }

    private int token(int id, List<Token.Listed> listed, int depth) {
        if (id == BtfKind.UNKN) {
            return Token.VOID;
        }
        if (base != null && id < start) {
            return base.tokenForModule(id, listed, counts);
        }
        int symbol = symbols[id - start];
        return symbol == UNKNOWN
                ? Token.of(Token.DEFINITION, definition(id, depth + 1))
                : named(symbol, places[id - start], listed);
    }

    /** A type of this kernel as one of its modules refers to it. */
    private int tokenForModule(int id, List<Token.Listed> listed, Map<Integer, Integer> own) {
        int symbol = symbols[id - start];
        if (symbol == UNKNOWN) {
            return listed(new Token.Listed(Token.Kind.BASE_DEFINITION, definitions[id - start], 0), listed);
        }
        return named(symbol, own.getOrDefault(symbol, 0) + places[id - start], listed);
    }

    private static int named(int symbol, int place, List<Token.Listed> listed) {
        return place == 0
                ? Token.of(Token.SYMBOL, symbol)
                : listed(new Token.Listed(Token.Kind.SYMBOL_AT, symbol, place), listed);
    }

    private static int listed(Token.Listed reference, List<Token.Listed> listed) {
        listed.add(reference);
        return Token.of(Token.LISTED, listed.size() - 1);
    }
}
