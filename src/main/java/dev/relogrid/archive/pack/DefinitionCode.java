package dev.relogrid.archive.pack;

import java.util.ArrayList;
import java.util.List;

/**
 * A definition as bytes. Elements are written by column, and numbers as differences from the element before: when a
 * kernel adds one member, only that member differs from the last version's bytes.
 *
 * <pre>
 * definition = symbol+1 head vlen name third once* listed column*
 * head       = kind, +32 with listed references, +128 with kind_flag
 * name       = string                         third, once = number | token, by kind
 * listed     = count (kind index place)*      only when head says so
 * column     = string* | token* | number:signed*, vlen of them, each number less the one before
 * </pre>
 */
final class DefinitionCode {
    private static final int KIND = 0x1f;
    private static final int LISTED = 0x20;
    private static final int KIND_FLAG = 0x80;

    private DefinitionCode() {}

    /** Final numbers for those of the dictionary. */
    static void write(Definition definition, Dictionary names, Numbering numbers, Output out) {
        int[] words = definition.words();
        Shape shape = Shape.of(definition.kind());
        List<Token.Listed> listed = definition.listed();
        out.number(definition.symbol() < 0 ? 0 : numbers.symbolNumbers[definition.symbol()] + 1);
        out.u8(definition.kind() | (listed.isEmpty() ? 0 : LISTED) | (words[1] < 0 ? KIND_FLAG : 0));
        out.number(definition.vlen());
        out.string(Texts.name(names.string(words[0])));
        single(shape.third(), words[2], numbers, out);
        for (int i = 0; i < shape.once().length; i++) {
            single(shape.once()[i], words[Shape.HEADER + i], numbers, out);
        }
        if (!listed.isEmpty()) {
            out.number(listed.size());
            for (Token.Listed reference : listed) {
                boolean symbol = reference.kind() == Token.Kind.SYMBOL_AT;
                out.u8(reference.kind().ordinal());
                out.number((symbol ? numbers.symbolNumbers : numbers.definitionNumbers)[reference.index()]);
                out.number(reference.place());
            }
        }
        for (int column = 0; column < shape.each().length; column++) {
            int first = Shape.HEADER + shape.once().length + column;
            int last = 0;
            for (int i = first; i < words.length; i += shape.each().length) {
                switch (shape.each()[column]) {
                    case NAME -> out.string(Texts.name(names.string(words[i])));
                    case TYPE -> out.number(token(words[i], numbers));
                    case NUMBER -> {
                        out.signed(words[i] - last);
                        last = words[i];
                    }
                }
            }
        }
    }

    private static void single(Shape.Role role, int word, Numbering numbers, Output out) {
        out.number(Integer.toUnsignedLong(role == Shape.Role.TYPE ? token(word, numbers) : word));
    }

    private static int token(int token, Numbering numbers) {
        return switch (Token.tag(token)) {
            case Token.SYMBOL -> Token.of(Token.SYMBOL, numbers.symbolNumbers[Token.index(token)]);
            case Token.DEFINITION -> Token.of(Token.DEFINITION, numbers.definitionNumbers[Token.index(token)]);
            default -> token;
        };
    }

    /**
     * @param rawStart added to the place of a string in the block to make its number; 0 is for every empty one
     */
    static Definition read(Input in, int rawStart) {
        int symbol = in.count(Integer.MAX_VALUE) - 1;
        int head = in.u8();
        int kind = head & KIND;
        if (!Shape.exists(kind) || (head & ~(KIND | LISTED | KIND_FLAG)) != 0) {
            throw in.malformed("a known kind (1 to 19)", "head " + head);
        }
        int vlen = in.count(0xff_ffff);
        Shape shape = Shape.of(kind);
        int elements = shape.each().length == 0 ? 0 : vlen;
        if ((long) elements * shape.each().length > in.left()) {
            throw in.malformed(elements + " elements", in.left() + " bytes");
        }
        int[] words = new int[shape.words(elements)];
        words[0] = string(in, rawStart);
        words[1] = ((head & KIND_FLAG) != 0 ? 1 << 31 : 0) | kind << 24 | vlen;
        words[2] = word(in);
        for (int i = 0; i < shape.once().length; i++) {
            words[Shape.HEADER + i] = word(in);
        }
        List<Token.Listed> listed = (head & LISTED) == 0 ? List.of() : listed(in);
        for (int column = 0; column < shape.each().length; column++) {
            int first = Shape.HEADER + shape.once().length + column;
            column(in, shape.each()[column], rawStart, words, first, shape.each().length);
        }
        return new Definition(symbol, words, listed);
    }

    private static void column(Input in, Shape.Role role, int rawStart, int[] words, int first, int step) {
        int last = 0;
        for (int i = first; i < words.length; i += step) {
            switch (role) {
                case NAME -> words[i] = string(in, rawStart);
                case TYPE -> words[i] = word(in);
                case NUMBER -> {
                    last += (int) in.signed();
                    words[i] = last;
                }
            }
        }
    }

    private static int word(Input in) {
        long value = in.number();
        if (value >>> 32 != 0) {
            throw in.malformed("a number of 32 bits", Long.toUnsignedString(value));
        }
        return (int) value;
    }

    private static int string(Input in, int rawStart) {
        int at = in.skipString();
        return in.at() - at == 1 ? 0 : rawStart + at;
    }

    private static List<Token.Listed> listed(Input in) {
        List<Token.Listed> listed = new ArrayList<>();
        for (int left = in.items(); left > 0; left--) {
            int kind = in.u8();
            if (kind >= Token.Kind.values().length) {
                throw in.malformed("a kind of reference (0 or 1)", "" + kind);
            }
            listed.add(new Token.Listed(
                    Token.Kind.values()[kind], in.count(Integer.MAX_VALUE), in.count(Integer.MAX_VALUE)));
        }
        return listed;
    }
}
