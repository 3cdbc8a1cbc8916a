package dev.relogrid.engine.btf;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.bytes.MalformedInput;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The types of a kernel, of a module (split BTF over its kernel's) or of an object. Types are numbers: id 0 is void,
 * ids from 1 (or from the base's count) are the section's own, in file order. Immutable; may be shared by threads.
 *
 * <p>Types that were parsed stay as bytes, which every accessor reads; others may keep types elsewhere and supply them one
 * at a time: they answer {@link #word}, {@link #strings} and the look-ups, and override what returns the ids of types
 * where their words hold no ids. Ids given to an accessor must be below
 * {@link #typeCount()}, and an accessor for one kind must be asked of a type of that kind only: both are the caller's
 * to know. Everything a type refers to is in range: parsing checks it.
 *
 * <p>Format: include/uapi/linux/btf.h. The {@code info} word is read with 24 bits of vlen and 7 bits of kind (kernel
 * 7.x, libbpf 1.8); older files have zeros in the bits that were added.
 */
public abstract class Btf {
    /** Longest chain of typedefs and modifiers, or of arrays in arrays, that is followed. */
    public static final int MAX_CHAIN = 256;

    private volatile int pointerSize;

    /** For types that do not lie in a .BTF section; {@link #parse} has the others. */
    protected Btf() {}

    /** Strings by their offset, each in some range of bytes that holds it to its NUL. */
    public interface Strings {
        /** The range the string lies in, in which it stands at {@code off - start(off)}. */
        Bytes bytes(int off);

        /** The offset of that range's first byte. */
        int start(int off);

        /** Whether there is a string at that offset. */
        boolean contains(int off);

        /** The first offset that is outside. */
        int end();
    }

    /**
     * The BTF in a .BTF section's bytes, in whichever byte order they are.
     *
     * @throws MalformedInput where libbpf's {@code btf__new} would refuse it
     */
    public static Btf parse(Bytes section) {
        return ParsedBtf.read(section);
    }

    /** The split BTF of a module over its kernel's, which must have been parsed, too. */
    public static Btf parseSplit(Bytes section, Btf base) {
        return ParsedBtf.readSplit(section, base);
    }

    /**
     * The same types with a pointer size that is not derived from them; libbpf gives every object's BTF 8. Only of
     * types that were parsed.
     */
    public Btf withPointerSize(int bytes) {
        throw new UnsupportedOperationException("only parsed BTF can be given a pointer size");
    }

    /** A copy of the .BTF section it was parsed from; only of types that were parsed. */
    public byte[] raw() {
        throw new UnsupportedOperationException("these types were not read from a .BTF section");
    }

    static int kindOf(int info) {
        return info >>> 24 & 0x7f;
    }

    static int vlenOf(int info) {
        return info & 0xff_ffff;
    }

    /** The BTF whose types this one's ids go on from, or null. */
    public abstract @Nullable Btf base();

    /** The first id of its own. */
    public abstract int startId();

    /** One more than the largest id, base's and void included ({@code btf__type_cnt}). */
    public abstract int typeCount();

    /** The byte order of the machine the types are for. */
    public abstract ByteOrder order();

    /**
     * One of the words a type is made of, 0 for void's. What refers to other types is only asked for through the methods
     * below that return ids, so whoever overrides those may answer with anything else here.
     *
     * @param at bytes from the start of its {@code struct btf_type}, a multiple of 4
     */
    public abstract int word(int id, int at);

    /** The strings its name offsets are for. */
    protected abstract Strings strings();

    /** What errors call the types. */
    protected String title() {
        return ".BTF types";
    }

    // --- every type

    /** {@link BtfKind}; void is {@link BtfKind#UNKN}. */
    public int kind(int id) {
        return kindOf(word(id, 4));
    }

    /** Number of members, enumerators, parameters or variables. */
    public int vlen(int id) {
        return vlenOf(word(id, 4));
    }

    /** Bitfields present (struct, union), signed (enum), a union (fwd). */
    public boolean kflag(int id) {
        return word(id, 4) < 0;
    }

    /** For {@link #string} and the comparisons below; 0 when anonymous. */
    public int nameOffset(int id) {
        return word(id, 0);
    }

    /** Empty when anonymous. */
    public String name(int id) {
        return string(nameOffset(id));
    }

    /** The name without its flavour. Types that are kept by it need not be looked at for that. */
    public String essentialNameOf(int id) {
        return essentialName(nameOffset(id));
    }

    /** Bytes; of int, struct, union, enum, enum64, float, datasec. Up to 2^32 - 1. */
    public long size(int id) {
        return word(id, 8) & 0xffff_ffffL;
    }

    /** The type referred to, of ptr, typedef, modifiers, func, func_proto (what it returns), var, decl_tag. */
    public int type(int id) {
        return word(id, 8);
    }

    // --- names

    /** The string at that offset. */
    public String string(int off) {
        Strings strings = strings();
        if (!strings.contains(off)) {
            throw new MalformedInput(
                    title(), 0, "string offsets below " + strings.end(), Integer.toUnsignedString(off));
        }
        return strings.bytes(off).cString(off - strings.start(off));
    }

    /** Whether a string starts at that offset. */
    public boolean hasString(int off) {
        return strings().contains(off);
    }

    public boolean isEmptyString(int off) {
        if (off == 0) {
            return true;
        }
        Strings strings = strings();
        return strings.bytes(off).u8(off - strings.start(off)) == 0;
    }

    /** The name at that offset without its flavour: what types are looked up by. */
    public String essentialName(int nameOffset) {
        return EssentialName.of(string(nameOffset));
    }

    /** Whether two strings are equal. */
    public boolean stringEquals(int off, Btf other, int otherOff) {
        Strings a = strings();
        Strings b = other.strings();
        return a.bytes(off).cStringEquals(off - a.start(off), b.bytes(otherOff), otherOff - b.start(otherOff));
    }

    /** Whether two names are equal without their flavours. */
    public boolean essentialEquals(int off, Btf other, int otherOff) {
        Strings a = strings();
        Strings b = other.strings();
        return EssentialName.equal(a.bytes(off), off - a.start(off), b.bytes(otherOff), otherOff - b.start(otherOff));
    }

    /** Length in bytes of a name without its flavour. */
    public int essentialLength(int off) {
        Strings strings = strings();
        return EssentialName.length(strings.bytes(off), off - strings.start(off));
    }

    // --- elements

    public int memberNameOffset(int id, int i) {
        return word(id, 12 + 12 * i);
    }

    public int memberType(int id, int i) {
        return word(id, 16 + 12 * i);
    }

    /** Bits from the start of the struct or union. */
    public int memberBitOffset(int id, int i) {
        int offset = word(id, 20 + 12 * i);
        return kflag(id) ? offset & 0xff_ffff : offset;
    }

    /** Bits, 0 for a member that is not a bitfield. */
    public int memberBitfieldSize(int id, int i) {
        return kflag(id) ? word(id, 20 + 12 * i) >>> 24 : 0;
    }

    public int arrayType(int id) {
        return word(id, 12);
    }

    public int arrayIndexType(int id) {
        return word(id, 16);
    }

    /** Number of elements, 0 to 2^32 - 1. */
    public long arrayCount(int id) {
        return word(id, 20) & 0xffff_ffffL;
    }

    private int enumeratorAt(int id, int i) {
        return 12 + (kind(id) == BtfKind.ENUM64 ? 12 : 8) * i;
    }

    /** Of enum and enum64. */
    public int enumeratorNameOffset(int id, int i) {
        return word(id, enumeratorAt(id, i));
    }

    /** Of enum (sign-extended from 32 bits whatever its signedness, as libbpf does) and enum64. */
    public long enumeratorValue(int id, int i) {
        int at = enumeratorAt(id, i) + 4;
        return kind(id) == BtfKind.ENUM64 ? word(id, at) & 0xffff_ffffL | (long) word(id, at + 4) << 32 : word(id, at);
    }

    public int parameterNameOffset(int id, int i) {
        return word(id, 12 + 8 * i);
    }

    public int parameterType(int id, int i) {
        return word(id, 16 + 8 * i);
    }

    /** The variable's id. */
    public int datasecType(int id, int i) {
        return word(id, 12 + 12 * i);
    }

    /** Bytes from the start of the section. */
    public int datasecOffset(int id, int i) {
        return word(id, 16 + 12 * i);
    }

    public int datasecSize(int id, int i) {
        return word(id, 20 + 12 * i);
    }

    // --- ints and the rest

    /** {@code BTF_INT_SIGNED} 1, {@code _CHAR} 2, {@code _BOOL} 4. */
    public int intEncoding(int id) {
        return word(id, 12) >>> 24 & 0xf;
    }

    /** Bit offset inside its storage; anything but 0 is a bitfield of BTF before kernel 5.0. */
    public int intOffset(int id) {
        return word(id, 12) >>> 16 & 0xff;
    }

    public int intBits(int id) {
        return word(id, 12) & 0xff;
    }

    /** {@code BTF_VAR_STATIC} 0, {@code _GLOBAL_ALLOCATED} 1, {@code _GLOBAL_EXTERN} 2. */
    public int varLinkage(int id) {
        return word(id, 12);
    }

    /** {@code BTF_FUNC_STATIC} 0, {@code _GLOBAL} 1, {@code _EXTERN} 2. */
    public int funcLinkage(int id) {
        return vlen(id);
    }

    /** The member or parameter tagged, -1 for the type itself. */
    public int declTagComponent(int id) {
        return word(id, 12);
    }

    // --- derived

    /** The type behind const, volatile, restrict, type_tag and typedef. */
    public int skipModifiersAndTypedefs(int id) {
        int at = id;
        for (int steps = 0; steps < MAX_CHAIN; steps++) {
            int kind = kind(at);
            if (!BtfKind.isModifier(kind) && kind != BtfKind.TYPEDEF) {
                return at;
            }
            at = type(at);
        }
        throw new MalformedInput(
                title(), 0, "at most " + MAX_CHAIN + " typedefs and modifiers in a row", "more at [" + id + "]");
    }

    /** Bytes, or a negative {@link Errno} ({@code btf__resolve_size}). */
    public long resolveSize(int id) {
        return TypeSize.of(this, id);
    }

    /** 4 or 8, as {@code btf_ptr_sz} guesses it from the BTF's {@code long}; 8 without one. A split BTF's is its base's. */
    public int pointerSize() {
        int known = pointerSize;
        if (known == 0) {
            Btf base = base();
            known = base != null ? base.pointerSize() : findPointerSize();
            pointerSize = known;
        }
        return known;
    }

    /** Finds {@link #pointerSize} of types that stand alone, by going through them; asked once. */
    protected int findPointerSize() {
        return TypeSize.pointerSize(this);
    }

    // --- lookup by name

    /** Makes the name index of types now rather than at the first look-up, where there is one to make. */
    public void buildIndex() {}

    /**
     * The lowest own id of a type that may have the kind and essential name, or 0; {@link #nextPossible} has the others
     * in ascending order, and {@link #isNamed} tells which really do. Only this BTF's own types are searched.
     *
     * @param kind functions and data are indexed apart from types
     * @param names the BTF the name is from
     */
    public abstract int firstPossible(int kind, Btf names, int name);

    /** The next id after {@code id} of the same search, or 0. */
    public abstract int nextPossible(int id);

    /** Whether CO-RE takes the type for one of that kind, and its essential name equals that of {@code name}. */
    public boolean isNamed(int id, int kind, Btf names, int name) {
        return BtfKind.coreCompatible(kind(id), kind) && essentialEquals(nameOffset(id), names, name);
    }

    /**
     * The lowest own id above {@code after} of a type that CO-RE takes for the given kind and whose essential name equals
     * that of {@code name}, or 0. Start with {@code after} 0.
     */
    public int nextByEssentialName(int kind, Btf names, int name, int after) {
        int id = after == 0 ? firstPossible(kind, names, name) : nextPossible(after);
        while (id != 0 && !isNamed(id, kind, names, name)) {
            id = nextPossible(id);
        }
        return id;
    }
}
