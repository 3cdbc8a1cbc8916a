package dev.relogrid.engine.btf;

/**
 * The kinds of types (include/uapi/linux/btf.h, {@code BTF_KIND_*}). Plain numbers, because the relocator switches over
 * them for every type it meets.
 */
public final class BtfKind {
    public static final int UNKN = 0;
    public static final int INT = 1;
    public static final int PTR = 2;
    public static final int ARRAY = 3;
    public static final int STRUCT = 4;
    public static final int UNION = 5;
    public static final int ENUM = 6;
    public static final int FWD = 7;
    public static final int TYPEDEF = 8;
    public static final int VOLATILE = 9;
    public static final int CONST = 10;
    public static final int RESTRICT = 11;
    public static final int FUNC = 12;
    public static final int FUNC_PROTO = 13;
    public static final int VAR = 14;
    public static final int DATASEC = 15;
    public static final int FLOAT = 16;
    public static final int DECL_TAG = 17;
    public static final int TYPE_TAG = 18;
    public static final int ENUM64 = 19;

    /** The first number that means nothing here; only a layout section can say how to step over such a type. */
    public static final int COUNT = 20;

    private static final String[] NAMES = {
        "void", "int", "ptr", "array", "struct", "union", "enum", "fwd", "typedef", "volatile",
        "const", "restrict", "func", "func_proto", "var", "datasec", "float", "decl_tag", "type_tag", "enum64"
    };

    private BtfKind() {}

    /** libbpf's word for the kind ({@code btf_kind_str}); "unknown" for a number it does not have. */
    public static String name(int kind) {
        return kind >= 0 && kind < COUNT ? NAMES[kind] : "unknown";
    }

    /** const, volatile, restrict and type_tag ({@code btf_is_mod}). */
    public static boolean isModifier(int kind) {
        return kind == VOLATILE || kind == CONST || kind == RESTRICT || kind == TYPE_TAG;
    }

    /** struct or union. */
    public static boolean isComposite(int kind) {
        return kind == STRUCT || kind == UNION;
    }

    /** enum or enum64, which CO-RE treats as one kind. */
    public static boolean isAnyEnum(int kind) {
        return kind == ENUM || kind == ENUM64;
    }

    /** Whether CO-RE takes the two for the same kind ({@code btf_kind_core_compat}). */
    public static boolean coreCompatible(int kind, int other) {
        return kind == other || (isAnyEnum(kind) && isAnyEnum(other));
    }
}
