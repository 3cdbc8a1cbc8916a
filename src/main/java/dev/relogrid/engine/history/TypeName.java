package dev.relogrid.engine.history;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.kernel.Kernel;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A kind and a name, looked up as CO-RE does: in the kernel, and only where that has none in its modules. */
final class TypeName {
    private static final int HEADER = 24;
    private static final int TYPE = 12;
    /** Where the name is among the strings. */
    private static final int OFFSET = 1;

    private final int kind;
    private final String name;
    private final Btf names;

    /**
     * A type that was found.
     *
     * @param module empty for the kernel itself
     */
    record Place(Btf btf, int id, String module) {}

    /** @param name of characters C allows in names */
    TypeName(int kind, String name) {
        this.kind = kind;
        this.name = name;
        this.names = Btf.parse(Bytes.of("name", section(name), ByteOrder.LITTLE_ENDIAN));
    }

    /** A .BTF section (include/uapi/linux/btf.h) of one forward declaration, because look-ups want a name from types. */
    private static byte[] section(String name) {
        byte[] text = name.getBytes(StandardCharsets.US_ASCII);
        byte[] section = new byte[HEADER + TYPE + OFFSET + text.length + 1];
        put(section, 0, 1 << 16 | 0xeb9f);
        put(section, 4, HEADER);
        put(section, 12, TYPE);
        put(section, 16, TYPE);
        put(section, 20, OFFSET + text.length + 1);
        put(section, HEADER, OFFSET);
        put(section, HEADER + 4, BtfKind.FWD << 24);
        System.arraycopy(text, 0, section, HEADER + TYPE + OFFSET, text.length);
        return section;
    }

    private static void put(byte[] into, int at, int word) {
        for (int i = 0; i < 4; i++) {
            into[at + i] = (byte) (word >> 8 * i);
        }
    }

    String name() {
        return name;
    }

    int kind() {
        return kind;
    }

    /** @param kernel one with types */
    List<Place> in(Kernel kernel) {
        List<Place> places = new ArrayList<>(1);
        Btf vmlinux = kernel.vmlinux();
        if (vmlinux != null) {
            add(vmlinux, "", places);
            if (places.isEmpty()) {
                for (NamedBtf module : kernel.modules()) {
                    add(module.btf(), module.name(), places);
                }
            }
        }
        return places;
    }

    /** All types of the name in these, those of a base not among them. */
    void add(Btf btf, String module, List<Place> places) {
        for (int id = btf.nextByEssentialName(kind, names, OFFSET, 0);
                id != 0;
                id = btf.nextByEssentialName(kind, names, OFFSET, id)) {
            places.add(new Place(btf, id, module));
        }
    }

    @Override
    public String toString() {
        return (kind == BtfKind.FUNC ? "function" : BtfKind.name(kind)) + " " + name;
    }
}
