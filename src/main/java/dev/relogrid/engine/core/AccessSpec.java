package dev.relogrid.engine.core;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import java.util.Arrays;

/**
 * One access, in local or in target types, in both of libbpf's forms: the <em>raw</em> spec has one index for every
 * step, steps into anonymous members included; the <em>accessors</em> are the steps that mean something, a named member
 * or an array element ({@code struct bpf_core_spec}).
 *
 * <p>The first accessor is the pointer arithmetic before the first member ({@code &s[0]}) or, for enumerator kinds,
 * the enumerator. Type-based kinds have neither accessors nor a raw spec.
 */
public final class AccessSpec {
    /** {@code BPF_CORE_SPEC_MAX_LEN}. */
    static final int MAX_LENGTH = 64;

    private static final int UNNAMED = -1;

    final Btf btf;
    final ReloKind kind;
    final int rootTypeId;
    private int[] raw = new int[8];
    private int rawLength;
    private int[] accessors = new int[24];
    private int length;
    int bitOffset;

    AccessSpec(Btf btf, ReloKind kind, int rootTypeId) {
        this.btf = btf;
        this.kind = kind;
        this.rootTypeId = rootTypeId;
    }

    void pushRaw(int index) {
        if (rawLength == raw.length) {
            raw = Arrays.copyOf(raw, rawLength * 2);
        }
        raw[rawLength++] = index;
    }

    void popRaw() {
        rawLength--;
    }

    void pushElement(int typeId, int index) {
        push(typeId, index, UNNAMED);
    }

    void push(int typeId, int index, int nameOffset) {
        if (3 * length == accessors.length) {
            accessors = Arrays.copyOf(accessors, 6 * length);
        }
        accessors[3 * length] = typeId;
        accessors[3 * length + 1] = index;
        accessors[3 * length + 2] = nameOffset;
        length++;
    }

    void pop() {
        length--;
    }

    /** The types the ids belong to. */
    public Btf btf() {
        return btf;
    }

    public ReloKind kind() {
        return kind;
    }

    public int rootTypeId() {
        return rootTypeId;
    }

    /** Number of accessors. */
    public int length() {
        return length;
    }

    /** The struct or union the member is in, the element's type, or the enum. */
    public int accessorType(int i) {
        return accessors[3 * i];
    }

    /** Which member, element or enumerator. */
    public int accessorIndex(int i) {
        return accessors[3 * i + 1];
    }

    /** Whether the step names a member or an enumerator (and is not an array element). */
    public boolean isNamed(int i) {
        return accessors[3 * i + 2] != UNNAMED;
    }

    int accessorName(int i) {
        return accessors[3 * i + 2];
    }

    int rawLength() {
        return rawLength;
    }

    int raw(int i) {
        return raw[i];
    }

    /** The type of what the last step leads to, modifiers and typedefs not skipped; the root's for an access without steps. */
    public int fieldType() {
        if (length == 0) {
            return rootTypeId;
        }
        int last = length - 1;
        return isNamed(last) && kind.isFieldBased()
                ? btf.memberType(accessorType(last), accessorIndex(last))
                : accessorType(last);
    }

    /** Bits from the start of the root type, modulo 2^32 as in libbpf. */
    public int bitOffset() {
        return bitOffset;
    }

    /** The raw spec as an access string, {@code 0:1:2}. */
    public String rawText() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rawLength; i++) {
            text.append(i == 0 ? "" : ":").append(raw[i]);
        }
        return text.toString();
    }

    /** The name of step {@code i}; only for named ones. */
    public String accessorNameText(int i) {
        return btf.string(accessorName(i));
    }

    /**
     * libbpf's notation ({@code bpf_core_format_spec}), as known from its debug log:
     * {@code <byte_off> [5] struct task_struct.pid (0:81 @ offset 2536)}.
     */
    public String format() {
        StringBuilder text = new StringBuilder();
        String name = btf.name(rootTypeId);
        text.append('<').append(kind.word()).append("> [").append(rootTypeId).append("] ");
        text.append(BtfKind.name(btf.kind(rootTypeId))).append(' ');
        text.append(name.isEmpty() ? "<anon>" : name);
        if (kind.isEnumvalBased()) {
            formatEnumerator(text);
        } else if (kind.isFieldBased()) {
            formatAccess(text);
        }
        return text.toString();
    }

    private void formatEnumerator(StringBuilder text) {
        int id = btf.skipModifiersAndTypedefs(rootTypeId);
        if (!BtfKind.isAnyEnum(btf.kind(id)) || rawLength == 0) {
            return;
        }
        long value = btf.enumeratorValue(id, raw[0]);
        text.append("::")
                .append(btf.string(btf.enumeratorNameOffset(id, raw[0])))
                .append(" = ");
        if (btf.kflag(id)) {
            text.append(value);
        } else {
            text.append(Long.toUnsignedString(btf.kind(id) == BtfKind.ENUM ? value & 0xffff_ffffL : value));
        }
    }

    private void formatAccess(StringBuilder text) {
        for (int i = 0; i < length; i++) {
            if (isNamed(i)) {
                text.append('.').append(accessorNameText(i));
            } else if (i > 0 || accessorIndex(i) > 0) {
                text.append('[')
                        .append(Integer.toUnsignedString(accessorIndex(i)))
                        .append(']');
            }
        }
        text.append(" (").append(rawText()).append(" @ offset ");
        text.append(Integer.toUnsignedString(bitOffset >>> 3));
        if ((bitOffset & 7) != 0) {
            text.append('.').append(bitOffset & 7);
        }
        text.append(')');
    }
}
