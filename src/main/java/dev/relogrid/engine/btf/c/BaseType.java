package dev.relogrid.engine.btf.c;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import java.util.Set;

/** Ints and floats: whether C knows them by their name, and what to define them as when it does not. */
final class BaseType {
    private static final Set<String> WORDS = Set.of(
            "char", "short", "int", "long", "signed", "unsigned", "_Bool", "__int128", "float", "double", "_Complex");
    private static final int SIGNED = 1;
    private static final int BOOL = 4;

    private BaseType() {}

    static boolean isKnown(Btf btf, int id) {
        for (String word : btf.name(id).split(" ", -1)) {
            if (!WORDS.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** A type of C of the same size and sign, for one that C has no name for ({@code __Poly8_t} of arm64 compilers). */
    static String substitute(Btf btf, int id) {
        boolean floating = btf.kind(id) == BtfKind.FLOAT;
        if (!floating && (btf.intEncoding(id) & BOOL) != 0) {
            return "_Bool";
        }
        String sign = floating || (btf.intEncoding(id) & SIGNED) != 0 ? "" : "unsigned ";
        return switch ((int) btf.size(id)) {
            case 1 -> sign.isEmpty() ? "signed char" : "unsigned char";
            case 2 -> sign + "short";
            case 4 -> floating ? "float" : sign + "int";
            case 8 -> floating ? "double" : sign + "long long";
            case 16 -> sign + "__int128";
            default -> throw Unprintable.type(btf, id, "a size of 1, 2, 4, 8 or 16", Long.toString(btf.size(id)));
        };
    }
}
