package dev.relogrid.engine.advice;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.core.AccessSpec;
import java.util.List;

/** Reads an integer as wide as the kernel has it into the widest there is. */
final class SizeFix {
    private SizeFix() {}

    static String code(AccessSpec spec) {
        LocalAccess local = new LocalAccess(spec);
        List<Hop> hops = local.hops();
        Btf btf = local.btf();
        int id = hops.isEmpty() ? 0 : btf.skipModifiersAndTypedefs(local.typeAfter(local.end() - 1));
        if (id == 0 || btf.kind(id) != BtfKind.INT) {
            return "";
        }
        boolean signed = (btf.intEncoding(id) & 1) != 0;
        String type = signed ? "long long" : "unsigned long long";
        String path = Hop.path(hops);
        Flavour flavour = new Flavour("any_size", "any", hops);
        String field = "any->" + path;
        String name = local.rootName();
        StringBuilder text = new StringBuilder();
        text.append("// ").append(local.root()).append(": ").append(path);
        text.append(", which kernels have in different sizes\n").append(flavour.declarations());
        text.append("static __always_inline ")
                .append(type)
                .append(' ')
                .append(name)
                .append('_');
        text.append(Flavour.joined(hops)).append("(const void *").append(name).append(")\n{\n");
        text.append(flavour.pointer(name));
        if (hops.getLast().bits() > 0) {
            text.append("\n    return BPF_CORE_READ_BITFIELD_PROBED(any, ")
                    .append(path)
                    .append(");\n}\n");
            return text.toString();
        }
        text.append("    unsigned int size = bpf_core_field_size(")
                .append(field)
                .append(");\n");
        text.append("    unsigned long long value = 0;\n\n");
        text.append("    bpf_probe_read_kernel(&value, size, &").append(field).append(");\n");
        text.append("#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__\n    value >>= 64 - 8 * size;\n#endif\n");
        text.append(
                signed
                        ? "    value <<= 64 - 8 * size;\n    return (long long)value >> (64 - 8 * size);\n"
                        : "    return value;\n");
        return text.append("}\n").toString();
    }
}
