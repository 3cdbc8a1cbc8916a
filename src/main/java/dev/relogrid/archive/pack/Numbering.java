package dev.relogrid.archive.pack;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The final numbers of symbols and definitions: symbols by class and name; definitions as the symbols lead to them, each
 * followed by the unnamed ones it is made of, so that what is asked for together lies together. Definition 0 is void.
 */
final class Numbering {
    private final Dictionary dictionary;

    /** Dictionary numbers of symbols, in the final order. */
    final int[] symbols;

    /** Final numbers by dictionary number. */
    final int[] symbolNumbers;

    /** Dictionary numbers of definitions, in the final order, from final number 1 on. */
    final int[] definitions;

    /** Final numbers by dictionary number. */
    final int[] definitionNumbers;

    private int next;

    Numbering(Dictionary dictionary) {
        this.dictionary = dictionary;
        List<Dictionary.Symbol> all = dictionary.symbols();
        byte[][] keys = new byte[all.size()][];
        for (int i = 0; i < keys.length; i++) {
            Dictionary.Symbol symbol = all.get(i);
            keys[i] = Texts.key(symbol.symbolClass, Texts.name(dictionary.string(symbol.name)));
        }
        Integer[] sorted = new Integer[keys.length];
        Arrays.setAll(sorted, i -> i);
        Arrays.sort(sorted, Comparator.comparing(i -> keys[i], Arrays::compareUnsigned));
        symbols = new int[sorted.length];
        symbolNumbers = new int[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            symbols[i] = sorted[i];
            symbolNumbers[sorted[i]] = i;
        }
        definitions = new int[dictionary.definitions().size()];
        definitionNumbers = new int[definitions.length];
        numberDefinitions();
    }

    private void numberDefinitions() {
        for (int symbol : symbols) {
            Dictionary.Symbol entry = dictionary.symbols().get(symbol);
            if (!SymbolClass.isText(entry.symbolClass)) {
                entry.rows.forEach(row -> Arrays.stream(row.content()).forEach(this::take));
            }
        }
        for (int i = 0; i < definitions.length; i++) {
            take(i);
        }
    }

    private void take(int definition) {
        if (definitionNumbers[definition] != 0) {
            return;
        }
        definitions[next++] = definition;
        definitionNumbers[definition] = next;
        Definition content = dictionary.definitions().get(definition);
        Shape shape = Shape.of(content.kind());
        for (int i = 2; i < content.words().length; i++) {
            Shape.Role role = i == 2 ? shape.third() : shape.at(i);
            if (role == Shape.Role.TYPE && Token.tag(content.words()[i]) == Token.DEFINITION) {
                take(Token.index(content.words()[i]));
            }
        }
    }
}
