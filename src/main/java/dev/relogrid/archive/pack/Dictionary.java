package dev.relogrid.archive.pack;

import dev.relogrid.engine.bytes.MalformedInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All names, symbols and definitions of the kernels that are being packed, each once, numbered as they came. Numbers of
 * strings, symbols and definitions are the dictionary's own; {@link PackWriter} gives the final ones.
 */
final class Dictionary {
    private final Map<String, Integer> stringNumbers = new HashMap<>();
    private final List<String> strings = new ArrayList<>();
    private final Map<Long, Integer> symbolNumbers = new HashMap<>();
    private final List<Symbol> symbols = new ArrayList<>();
    private final Map<Content, Integer> definitionNumbers = new HashMap<>();
    private final List<Definition> definitions = new ArrayList<>();
    private final List<Integer> depths = new ArrayList<>();

    /** Everything any unit has under one name. */
    static final class Symbol {
        final int symbolClass;
        final int name;
        final List<Row> rows = new ArrayList<>();

        private Symbol(int symbolClass, int name) {
            this.symbolClass = symbolClass;
            this.name = name;
        }

        private Row row(int[] content) {
            for (int i = rows.size() - 1; i >= 0; i--) {
                if (Arrays.equals(rows.get(i).content, content)) {
                    return rows.get(i);
                }
            }
            Row row = new Row(content, new BitSet());
            rows.add(row);
            return row;
        }
    }

    /**
     * @param content definitions in the order of the types' ids; of a text, its string's number
     * @param units those that have exactly this
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    record Row(int[] content, BitSet units) {}

    /** A definition as a key: equal when its words are, and what their listed tokens mean. */
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    private record Content(int[] words, List<Token.Listed> listed) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Content content
                    && Arrays.equals(words, content.words)
                    && listed.equals(content.listed);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(words) + listed.hashCode();
        }
    }

    int string(String text) {
        return stringNumbers.computeIfAbsent(text, added -> {
            strings.add(added);
            return strings.size() - 1;
        });
    }

    String string(int number) {
        return strings.get(number);
    }

    int symbol(int symbolClass, String name) {
        int string = string(name);
        return symbolNumbers.computeIfAbsent((long) symbolClass << 32 | string, key -> {
            symbols.add(new Symbol(symbolClass, string));
            return symbols.size() - 1;
        });
    }

    List<Symbol> symbols() {
        return symbols;
    }

    /** @throws MalformedInput when unnamed types are nested too deep, which those who follow them rely on */
    int definition(Definition definition) {
        return definitionNumbers.computeIfAbsent(new Content(definition.words(), definition.listed()), key -> {
            depths.add(depth(definition));
            definitions.add(definition);
            return definitions.size() - 1;
        });
    }

    /** How many unnamed types are in one another below this one, itself included. */
    private int depth(Definition definition) {
        int most = 0;
        int[] words = definition.words();
        Shape shape = Shape.of(definition.kind());
        for (int i = 2; i < words.length; i++) {
            if ((i == 2 ? shape.third() : shape.at(i)) == Shape.Role.TYPE && Token.tag(words[i]) == Token.DEFINITION) {
                most = Math.max(most, depths.get(Token.index(words[i])));
            }
        }
        if (most >= UnitTypes.MAX_DEPTH) {
            throw new MalformedInput(
                    "BTF types",
                    0,
                    "at most " + UnitTypes.MAX_DEPTH + " types without names in one another",
                    "more below '" + string(words[0]) + "'");
        }
        return most + 1;
    }

    List<Definition> definitions() {
        return definitions;
    }

    /** Notes that the unit has these definitions, and no others, under that symbol. */
    void has(int unit, int symbol, int[] content) {
        symbols.get(symbol).row(content).units.set(unit);
    }
}
