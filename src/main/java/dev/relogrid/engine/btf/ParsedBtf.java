package dev.relogrid.engine.btf;

import dev.relogrid.engine.bytes.Bytes;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Types that lie in the bytes of a .BTF section, all of them checked; their names are indexed when first asked for. */
final class ParsedBtf extends Btf {
    private final @Nullable ParsedBtf base;
    private final Bytes section;
    private final Bytes types;
    private final StringSection strings;
    private final @Nullable Bytes layout;
    private final int[] offsets;
    private final int startId;
    private final int fixedPointerSize;
    private volatile @Nullable NameIndex typeIndex;
    private volatile @Nullable NameIndex symbolIndex;

    private ParsedBtf(@Nullable ParsedBtf base, Bytes section, BtfHeader header) {
        this.base = base;
        this.section = section;
        this.types = header.types();
        this.strings = new StringSection(base == null ? null : base.strings, header.strings());
        this.startId = base == null ? 1 : base.typeCount();
        this.layout = header.layout() == null && base != null ? base.layout : header.layout();
        this.offsets = TypeTable.read(types, layout, strings, startId);
        this.fixedPointerSize = 0;
    }

    private ParsedBtf(ParsedBtf same, int fixedPointerSize) {
        this.base = same.base;
        this.section = same.section;
        this.types = same.types;
        this.strings = same.strings;
        this.layout = same.layout;
        this.startId = same.startId;
        this.offsets = same.offsets;
        this.fixedPointerSize = fixedPointerSize;
    }

    static Btf read(Bytes section) {
        return new ParsedBtf(null, section, BtfHeader.parse(section, false));
    }

    /** A split BTF's ids and string offsets go on where those of its base's section end. */
    static Btf readSplit(Bytes section, Btf base) {
        if (!(base instanceof ParsedBtf parsed)) {
            throw new IllegalArgumentException("the base of a .BTF section must have been parsed from one, too");
        }
        return new ParsedBtf(parsed, section, BtfHeader.parse(section, true));
    }

    @Override
    public Btf withPointerSize(int bytes) {
        return new ParsedBtf(this, bytes);
    }

    @Override
    public byte[] raw() {
        return section.toArray();
    }

    @Override
    public @Nullable Btf base() {
        return base;
    }

    @Override
    public int startId() {
        return startId;
    }

    @Override
    public int typeCount() {
        return startId + offsets.length;
    }

    @Override
    public ByteOrder order() {
        return types.order();
    }

    @Override
    protected Strings strings() {
        return strings;
    }

    @Override
    protected String title() {
        return types.name();
    }

    @Override
    public int word(int id, int at) {
        if (id == 0) {
            return 0;
        }
        ParsedBtf btf = this;
        while (id < btf.startId && btf.base != null) {
            btf = btf.base;
        }
        return btf.types.i32(btf.offsets[id - btf.startId] + at);
    }

    @Override
    public int pointerSize() {
        return fixedPointerSize != 0 ? fixedPointerSize : super.pointerSize();
    }

    @Override
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

    @Override
    public int firstPossible(int kind, Btf names, int name) {
        Strings from = names.strings();
        return index(kind).first(EssentialName.hash(from.bytes(name), name - from.start(name)));
    }

    @Override
    public int nextPossible(int id) {
        return index(kind(id)).next(id);
    }
}
