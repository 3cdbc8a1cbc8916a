package dev.relogrid.engine.feature;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.kernel.Kernel;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A type that is looked for by its kind and whole name, as {@code btf__find_by_name_kind} does: the name only, in a BTF
 * of no types.
 */
final class Sought extends Btf {
    /** libbpf puts such names together in a buffer of that size ({@code BTF_MAX_NAME_SIZE}), NUL included. */
    private static final int NAME_SIZE = 128;

    private final int kind;
    private final OneString string;

    Sought(int kind, String name) {
        this.kind = kind;
        this.string = new OneString(name);
    }

    private record OneString(Bytes bytes) implements Strings {
        OneString(String text) {
            this(Bytes.of("a name", ("\0" + text + "\0").getBytes(StandardCharsets.UTF_8), ByteOrder.LITTLE_ENDIAN));
        }

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
            return off >= 0 && off < end();
        }

        @Override
        public int end() {
            return bytes.length();
        }
    }

    /** The first type of {@code types}' own that it is, or 0. */
    int in(Btf types) {
        if (string.end() - 2 >= NAME_SIZE || string.end() == 2) {
            return 0;
        }
        for (int id = types.firstPossible(kind, this, 1); id != 0; id = types.nextPossible(id)) {
            if (types.kind(id) == kind && types.stringEquals(types.nameOffset(id), this, 1)) {
                return id;
            }
        }
        return 0;
    }

    /** Whether vmlinux or one of the modules has it. */
    boolean anywhereIn(Kernel kernel) {
        Btf vmlinux = kernel.vmlinux();
        if (vmlinux == null || in(vmlinux) != 0) {
            return vmlinux != null;
        }
        for (NamedBtf module : kernel.modules()) {
            if (in(module.btf()) != 0) {
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
        return string;
    }

    @Override
    public int firstPossible(int ofKind, Btf names, int name) {
        return 0;
    }

    @Override
    public int nextPossible(int id) {
        return 0;
    }
}
