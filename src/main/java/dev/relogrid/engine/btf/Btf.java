package dev.relogrid.engine.btf;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.bytes.MalformedInput;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The types of a kernel, of a module (split BTF over its kernel's) or of an object. Types are numbers: id 0 is void,
 * ids from 1 (or from the base's count) are the section's own, in file order. Immutable; may be shared by threads.
 *
 * <p>The bytes stay as they are; every accessor reads them. Ids given to an accessor must be below
 * {@link #typeCount()}, and an accessor for one kind must be asked of a type of that kind only: both are the caller's
 * to know. Everything a type refers to has been checked to be in range when the BTF was parsed.
 *
 * <p>Format: include/uapi/linux/btf.h. The {@code info} word is read with 24 bits of vlen and 7 bits of kind (kernel
 * 7.x, libbpf 1.8); older files have zeros in the bits that were added.
 */
public final class Btf {
    /** Longest chain of typedefs and modifiers, or of arrays in arrays, that is followed. */
    public static final int MAX_CHAIN = 256;

    private final @Nullable Btf base;
    private final Bytes section;
    private final Bytes types;
    private final StringSection strings;
    private final @Nullable Bytes layout;
    private final int[] offsets;
    private final int startId;
    private final int fixedPointerSize;
    private volatile @Nullable NameIndex typeIndex;
    private volatile @Nullable NameIndex symbolIndex;
    private volatile int pointerSize;

    private Btf(@Nullable Btf base, Bytes section, BtfHeader header) {
        this.base = base;
        this.section = section;
        this.types = header.types();
        this.strings = new StringSection(base == null ? null : base.strings, header.strings());
        this.startId = base == null ? 1 : base.typeCount();
        this.layout = header.layout() == null && base != null ? base.layout : header.layout();
        this.offsets = TypeTable.read(types, layout, strings, startId);
        this.fixedPointerSize = 0;
    }

    private Btf(Btf same, int fixedPointerSize) {
        this.base = same.base;
        this.section = same.section;
        this.types = same.types;
        this.strings = same.strings;
        this.layout = same.layout;
        this.startId = same.startId;
        this.offsets = same.offsets;
        this.fixedPointerSize = fixedPointerSize;
    }

    /**
     * The BTF in a .BTF section's bytes, in whichever byte order they are.
     *
     * @throws MalformedInput where libbpf's {@code btf__new} would refuse it
     */
    public static Btf parse(Bytes section) {
        return new Btf(null, section, BtfHeader.parse(section, false));
    }

    /** The split BTF of a module over its kernel's. */
    public static Btf parseSplit(Bytes section, Btf base) {
        return new Btf(base, section, BtfHeader.parse(section, true));
    }

    /** The same types with a pointer size that is not derived from them; libbpf gives every object's BTF 8. */
    public Btf withPointerSize(int bytes) {
        return new Btf(this, bytes);
    }

    /** A copy of the .BTF section it was parsed from. */
    public byte[] raw() {
        return section.toArray();
    }

    static int kindOf(int info) {
        return info >>> 24 & 0x7f;
    }

    static int vlenOf(int info) {
        return info & 0xff_ffff;
    }

    /** The BTF whose types this one's ids go on from, or null. */
    public @Nullable Btf base() {
        return base;
    }

    /** The first id of its own. */
    public int startId() {
        return startId;
    }

    /** One more than the largest id, base's and void included ({@code btf__type_cnt}). */
    public int typeCount() {
        return startId + offsets.length;
    }

    public ByteOrder order() {
        return types.order();
    }

    StringSection strings() {
        return strings;
    }

    /** The BTF among this one and its bases that holds the type. */
    private Btf holder(int id) {
        Btf btf = this;
        while (id < btf.startId && btf.base != null) {
            btf = btf.base;
        }
        return btf;
    }

    private int word(int id, int at) {
        if (id == 0) {
            return 0;
        }
        Btf btf = holder(id);
        return btf.types.i32(btf.offsets[id - btf.startId] + at);
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
        if (!strings.contains(off)) {
            throw new MalformedInput(
                    types.name(), 0, "string offsets below " + strings.end(), Integer.toUnsignedString(off));
        }
        return strings.get(off);
    }

    /** Whether a string starts at that offset. */
    public boolean hasString(int off) {
        return strings.contains(off);
    }

    public boolean isEmptyString(int off) {
        return strings.isEmpty(off);
    }

    /** Whether two strings are equal. */
    public boolean stringEquals(int off, Btf other, int otherOff) {
        return strings.equal(off, other.strings, otherOff);
    }

    /** Whether two names are equal without their flavours. */
    public boolean essentialEquals(int off, Btf other, int otherOff) {
        return strings.essentialEqual(off, other.strings, otherOff);
    }

    /** Length in bytes of a name without its flavour. */
    public int essentialLength(int off) {
        return strings.essentialLength(off);
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
                types.name(), 0, "at most " + MAX_CHAIN + " typedefs and modifiers in a row", "more at [" + id + "]");
    }

    /** Bytes, or a negative {@link Errno} ({@code btf__resolve_size}). */
    public long resolveSize(int id) {
        return TypeSize.of(this, id);
    }

    /** 4 or 8, as {@code btf_ptr_sz} guesses it from the BTF's {@code long}; 8 without one. */
    public int pointerSize() {
        if (fixedPointerSize != 0) {
            return fixedPointerSize;
        }
        int known = pointerSize;
        if (known == 0) {
            known = base != null ? base.pointerSize() : TypeSize.pointerSize(this);
            pointerSize = known;
        }
        return known;
    }

    // --- lookup by name

    /** Makes the name index of types now rather than at the first look-up. */
    public void buildIndex() {
        index(BtfKind.STRUCT);
    }

    private NameIndex index(int kind) {
        boolean symbol = NameIndex.isSymbol(kind);
        NameIndex made = symbol ? symbolIndex : typeIndex;
        if (made == null) {
            made = new NameIndex(types, offsets, strings, startId, symbol);
            if (symbol) {
                symbolIndex = made;
            } else {
                typeIndex = made;
            }
        }
        return made;
    }

    /**
     * The lowest own id of a type that may have the kind and essential name, or 0; {@link #nextPossible} has the others
     * in ascending order, and {@link #isNamed} tells which really do. Only this BTF's own types are searched.
     *
     * @param kind functions and data are indexed apart from types
     * @param names the BTF the name is from
     */
    public int firstPossible(int kind, Btf names, int name) {
        return index(kind).first(names.strings.essentialHash(name));
    }

    /** The next id after {@code id} of the same search, or 0. */
    public int nextPossible(int id) {
        return index(kind(id)).next(id);
    }

    /** Whether CO-RE takes the type for one of that kind, and its essential name equals that of {@code name}. */
    public boolean isNamed(int id, int kind, Btf names, int name) {
        return BtfKind.coreCompatible(kind(id), kind) && strings.essentialEqual(nameOffset(id), names.strings, name);
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
