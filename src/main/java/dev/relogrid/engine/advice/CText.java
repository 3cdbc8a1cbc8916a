package dev.relogrid.engine.advice;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;

/** Types as C writes them, without qualifiers: to be read, or to be declared again where their declarations are not. */
final class CText {
    private static final int MAX_DEPTH = 16;

    private CText() {}

    /** With the names they have, typedefs among them: {@code time64_t}, {@code struct gendisk *}, {@code char [16]}. */
    static String of(Btf btf, int typeId) {
        return text(btf, typeId, true, 0);
    }

    /**
     * With no typedefs but those of nameless structs, which have no other name: integers by their own names, pointers
     * to structs, and {@code void *} for all others.
     */
    static String plain(Btf btf, int typeId) {
        return text(btf, typeId, false, 0);
    }

    private static String text(Btf btf, int typeId, boolean typedefs, int depth) {
        int id = typeId;
        int kind = btf.kind(id);
        while (BtfKind.isModifier(kind)) {
            id = btf.type(id);
            kind = btf.kind(id);
        }
        if (depth > MAX_DEPTH) {
            return "void";
        }
        return switch (kind) {
            case BtfKind.TYPEDEF -> typedef(btf, id, typedefs, depth);
            case BtfKind.PTR -> pointer(btf, id, typedefs, depth);
            case BtfKind.ARRAY -> array(btf, id, typedefs, depth);
            case BtfKind.STRUCT, BtfKind.UNION, BtfKind.ENUM, BtfKind.ENUM64, BtfKind.FWD -> tag(btf, id);
            case BtfKind.FUNC_PROTO, BtfKind.UNKN -> "void";
            default -> btf.name(id);
        };
    }

    private static String typedef(Btf btf, int id, boolean typedefs, int depth) {
        int behind = btf.skipModifiersAndTypedefs(id);
        boolean nameless =
                BtfKind.isComposite(btf.kind(behind)) && btf.name(behind).isEmpty();
        return typedefs || nameless ? btf.name(id) : text(btf, btf.type(id), false, depth + 1);
    }

    private static String pointer(Btf btf, int id, boolean typedefs, int depth) {
        int to = btf.skipModifiersAndTypedefs(btf.type(id));
        int kind = btf.kind(to);
        if (!typedefs && (kind == BtfKind.ARRAY || BtfKind.isAnyEnum(kind) || isNameless(btf, to))) {
            return "void *";
        }
        String text = text(btf, btf.type(id), typedefs, depth + 1);
        return text.endsWith("*") ? text + "*" : text + " *";
    }

    private static boolean isNameless(Btf btf, int id) {
        return BtfKind.isComposite(btf.kind(id)) && btf.name(id).isEmpty();
    }

    private static String array(Btf btf, int id, boolean typedefs, int depth) {
        String element = text(btf, btf.arrayType(id), typedefs, depth + 1);
        int dimension = element.indexOf('[');
        String count = "[" + btf.arrayCount(id) + "]";
        return dimension < 0
                ? element + (element.endsWith("*") ? "" : " ") + count
                : element.substring(0, dimension) + count + element.substring(dimension);
    }

    /** {@code struct inode}; {@code struct} alone for a nameless one. */
    static String tag(Btf btf, int id) {
        int kind = btf.kind(id);
        String keyword = switch (kind) {
            case BtfKind.UNION -> "union";
            case BtfKind.ENUM, BtfKind.ENUM64 -> "enum";
            case BtfKind.FWD -> btf.kflag(id) ? "union" : "struct";
            case BtfKind.TYPEDEF -> "";
            default -> "struct";
        };
        return (keyword + " " + btf.name(id)).trim();
    }

    /** The tag without a flavour, as the kernel and the table of renames have it. */
    static String essential(Btf btf, int id) {
        String name = btf.essentialName(btf.nameOffset(id));
        String tag = tag(btf, id);
        int space = tag.indexOf(' ');
        return space < 0 || btf.kind(id) == BtfKind.TYPEDEF ? name : tag.substring(0, space) + " " + name;
    }
}
