package dev.relogrid.archive.pack;

/** What a definition refers to, as far as that can be judged without a kernel. */
final class References {
    private References() {}

    /**
     * The first reference that leads nowhere; empty when none does.
     *
     * @param symbols how many there are
     * @param definitions how many there are, void's included
     */
    static String wrong(Definition definition, int symbols, int definitions) {
        if (definition.symbol() >= symbols) {
            return "symbol " + definition.symbol();
        }
        for (Token.Listed listed : definition.listed()) {
            boolean symbol = listed.kind() == Token.Kind.SYMBOL_AT;
            if (listed.index() >= (symbol ? symbols : definitions)) {
                return (symbol ? "symbol " : "definition ") + listed.index();
            }
        }
        int[] words = definition.words();
        Shape shape = Shape.of(definition.kind());
        for (int i = 2; i < words.length; i++) {
            if ((i == 2 ? shape.third() : shape.at(i)) == Shape.Role.TYPE) {
                int index = Token.index(words[i]);
                int limit = limit(Token.tag(words[i]), definition, symbols, definitions);
                if (index >= limit) {
                    return "a token " + Integer.toUnsignedString(words[i]);
                }
            }
        }
        return "";
    }

    private static int limit(int tag, Definition definition, int symbols, int definitions) {
        return switch (tag) {
            case Token.SYMBOL -> symbols;
            case Token.DEFINITION -> definitions;
            case Token.LISTED -> definition.listed().size();
            default -> 1;
        };
    }
}
