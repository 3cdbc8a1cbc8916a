package dev.relogrid.engine.extern;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.bytes.Bytes;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One name and no types: to look up in a kernel's types what no object names. */
final class GivenName extends Btf {
    private static final int OFFSET = 1;

    private final Strings strings;
    private final String name;

    GivenName(String name) {
        this.name = name;
        byte[] text = ('\0' + name + '\0').getBytes(StandardCharsets.ISO_8859_1);
        Bytes bytes = Bytes.of("name", text, ByteOrder.LITTLE_ENDIAN);
        this.strings = new Strings() {
            @Override
            public Bytes bytes(int off) {
                return bytes;
            }

            @Override
            public int start(int off) {
                return 0;
            }

            @Override
            public boolean contains(int off) {
                return off >= 0 && off < bytes.length();
            }

            @Override
            public int end() {
                return bytes.length();
            }
        };
    }

    String text() {
        return name;
    }

    /** The first of the types of exactly that kind and name, or 0. */
    int firstIn(Btf types, int kind) {
        return Lookup.first(types, kind, this, OFFSET, name);
    }

    /** Whether an enum has an enumerator of that name. */
    boolean isEnumeratorOf(Btf types, int id) {
        int count = types.vlen(id);
        for (int i = 0; i < count; i++) {
            if (types.stringEquals(types.enumeratorNameOffset(id, i), this, OFFSET)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public @Nullable Btf base() {
        return null;
    }

    @Override
    public int startId() {
        return 1;
    }

    @Override
    public int typeCount() {
        return 1;
    }

    @Override
    public ByteOrder order() {
        return ByteOrder.LITTLE_ENDIAN;
    }

    @Override
    public int word(int id, int at) {
        return 0;
    }

    @Override
    protected Strings strings() {
        return strings;
    }

    @Override
    public int firstPossible(int kind, Btf names, int nameOffset) {
        return BtfKind.UNKN;
    }

    @Override
    public int nextPossible(int id) {
        return 0;
    }
}
