package dev.relogrid.cli;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.report.look.Printable;
import java.io.PrintWriter;
import java.util.Locale;

/** All types of a BTF in the words of {@code bpftool btf dump … format raw}, so that the two can be compared. */
final class BtfListing {
    private static final String[] LINKAGES = {"static", "global", "extern"};

    private final Btf btf;
    private final StringBuilder line = new StringBuilder();

    private BtfListing(Btf btf) {
        this.btf = btf;
    }

    /** Prints the types of {@code btf}, those of its base left out. */
    static void print(Btf btf, PrintWriter out) {
        BtfListing listing = new BtfListing(btf);
        for (int id = btf.startId(); id < btf.typeCount(); id++) {
            listing.line.setLength(0);
            listing.append(id);
            out.append(listing.line).append('\n');
        }
    }

    private void append(int id) {
        int kind = btf.kind(id);
        line.append('[').append(id).append("] ");
        line.append(BtfKind.name(kind).toUpperCase(Locale.ROOT));
        line.append(" '").append(name(btf.nameOffset(id))).append('\'');
        switch (kind) {
            case BtfKind.INT -> appendInt(id);
            case BtfKind.FLOAT -> field(" size=", btf.size(id));
            case BtfKind.ARRAY -> {
                field(" type_id=", btf.arrayType(id));
                field(" index_type_id=", btf.arrayIndexType(id));
                field(" nr_elems=", btf.arrayCount(id));
            }
            case BtfKind.STRUCT, BtfKind.UNION -> appendComposite(id);
            case BtfKind.ENUM, BtfKind.ENUM64 -> appendEnum(id);
            case BtfKind.FWD -> line.append(" fwd_kind=").append(btf.kflag(id) ? "union" : "struct");
            case BtfKind.FUNC_PROTO -> appendPrototype(id);
            case BtfKind.DATASEC -> appendSection(id);
            default -> appendReference(id, kind);
        }
    }

    private void appendReference(int id, int kind) {
        if (kind >= BtfKind.COUNT) {
            return;
        }
        field(" type_id=", btf.type(id));
        switch (kind) {
            case BtfKind.FUNC -> line.append(" linkage=").append(linkage(btf.funcLinkage(id)));
            case BtfKind.VAR -> line.append(", linkage=").append(linkage(btf.varLinkage(id)));
            case BtfKind.DECL_TAG -> line.append(" component_idx=").append(btf.declTagComponent(id));
            default -> {} // pointers and modifiers say no more
        }
    }

    private void appendInt(int id) {
        field(" size=", btf.size(id));
        field(" bits_offset=", btf.intOffset(id));
        field(" nr_bits=", btf.intBits(id));
        line.append(" encoding=")
                .append(
                        switch (btf.intEncoding(id)) {
                            case 0 -> "(none)";
                            case 1 -> "SIGNED";
                            case 2 -> "CHAR";
                            case 4 -> "BOOL";
                            default -> "UNKN";
                        });
    }

    private void appendComposite(int id) {
        field(" size=", btf.size(id));
        field(" vlen=", btf.vlen(id));
        for (int i = 0; i < btf.vlen(id); i++) {
            element(btf.memberNameOffset(id, i));
            field(" type_id=", btf.memberType(id, i));
            field(" bits_offset=", Integer.toUnsignedLong(btf.memberBitOffset(id, i)));
            if (btf.memberBitfieldSize(id, i) != 0) {
                field(" bitfield_size=", btf.memberBitfieldSize(id, i));
            }
        }
    }

    private void appendEnum(int id) {
        line.append(" encoding=").append(btf.kflag(id) ? "SIGNED" : "UNSIGNED");
        field(" size=", btf.size(id));
        field(" vlen=", btf.vlen(id));
        boolean wide = btf.kind(id) == BtfKind.ENUM64;
        for (int i = 0; i < btf.vlen(id); i++) {
            long value = btf.enumeratorValue(id, i);
            element(btf.enumeratorNameOffset(id, i));
            line.append(" val=");
            if (btf.kflag(id)) {
                line.append(value).append(wide ? "LL" : "");
            } else {
                line.append(wide ? Long.toUnsignedString(value) + "ULL" : Long.toString(value & 0xffff_ffffL));
            }
        }
    }

    private void appendPrototype(int id) {
        field(" ret_type_id=", btf.type(id));
        field(" vlen=", btf.vlen(id));
        for (int i = 0; i < btf.vlen(id); i++) {
            element(btf.parameterNameOffset(id, i));
            field(" type_id=", btf.parameterType(id, i));
        }
    }

    private void appendSection(int id) {
        field(" size=", btf.size(id));
        field(" vlen=", btf.vlen(id));
        for (int i = 0; i < btf.vlen(id); i++) {
            int type = btf.datasecType(id, i);
            field("\n\ttype_id=", type);
            field(" offset=", Integer.toUnsignedLong(btf.datasecOffset(id, i)));
            field(" size=", Integer.toUnsignedLong(btf.datasecSize(id, i)));
            line.append(" (").append(BtfKind.name(btf.kind(type)).toUpperCase(Locale.ROOT));
            line.append(" '").append(name(btf.nameOffset(type))).append("')");
        }
    }

    private void element(int nameOffset) {
        line.append("\n\t'").append(name(nameOffset)).append('\'');
    }

    private void field(String name, long value) {
        line.append(name).append(value);
    }

    private String name(int offset) {
        return offset == 0 ? "(anon)" : Printable.name(btf.string(offset));
    }

    private static String linkage(int number) {
        return number >= 0 && number < LINKAGES.length ? LINKAGES[number] : "(unknown)";
    }
}
