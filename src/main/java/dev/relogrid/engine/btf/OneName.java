package dev.relogrid.engine.btf;

import dev.relogrid.engine.bytes.Bytes;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** BTF of no types and one name: look-ups take their name out of BTF, and this makes some for names no object holds. */
public final class OneName extends Btf {
    /** Where the name stands among the strings. */
    public static final int OFFSET = 1;

    private final Bytes text;
    private final Strings strings;

    public OneName(String name) {
        byte[] bytes = ('\0' + name + '\0').getBytes(StandardCharsets.ISO_8859_1);
        this.text = Bytes.of("a name", bytes, ByteOrder.LITTLE_ENDIAN);
        this.strings = new Strings() {
            @Override
            public Bytes bytes(int off) {
                return text;
            }

            @Override
            public int start(int off) {
                return 0;
            }

            @Override
            public boolean contains(int off) {
                return off >= 0 && off < text.length();
            }

            @Override
            public int end() {
                return text.length();
            }
        };
    }

    /** Bytes the name takes, without the NUL that ends it. */
    public int length() {
        return text.length() - OFFSET - 1;
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
        return 0;
    }

    @Override
    public int nextPossible(int id) {
        return 0;
    }
}
