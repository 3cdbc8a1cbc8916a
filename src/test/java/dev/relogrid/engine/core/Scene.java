package dev.relogrid.engine.core;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.CoreRelo;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.fixture.BtfBuilder;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** An object's types, a kernel's types, and relocations between them, resolved in the order they are added. */
final class Scene {
    final BtfBuilder local = new BtfBuilder();
    final BtfBuilder target = new BtfBuilder();
    final List<BtfBuilder> modules = new ArrayList<>();
    private final List<CoreRelo> relos = new ArrayList<>();
    private ByteOrder targetOrder = ByteOrder.LITTLE_ENDIAN;

    /** A module over {@link #target}, whose types must be there already. */
    BtfBuilder module() {
        BtfBuilder module = BtfBuilder.over(target);
        modules.add(module);
        return module;
    }

    Scene targetOrder(ByteOrder order) {
        targetOrder = order;
        return this;
    }

    Scene relo(ReloKind kind, int localType, String access) {
        relos.add(new CoreRelo(8 * relos.size(), localType, local.string(access), kind.ordinal()));
        return this;
    }

    Btf localTypes() {
        return local.build().withPointerSize(8);
    }

    /** All relocations, through one resolver. */
    List<Resolution> resolve() {
        Btf object = localTypes();
        Btf kernel = target.build(targetOrder);
        List<NamedBtf> named = new ArrayList<>();
        for (BtfBuilder module : modules) {
            named.add(new NamedBtf("module" + named.size(), module.buildOver(kernel)));
        }
        CoreResolver resolver = new CoreResolver(object, new NamedBtf("vmlinux", kernel), () -> named);
        List<Resolution> all = new ArrayList<>();
        for (CoreRelo relo : relos) {
            all.add(resolver.resolve(relo, SpecParser.parse(object, relo)));
        }
        return all;
    }

    /** Adds one relocation and resolves all; the answer is that of the last. */
    Resolution resolve(ReloKind kind, int localType, String access) {
        return relo(kind, localType, access).resolve().getLast();
    }

    /** Whether the member of that number is signed, asked of the types themselves. */
    static long signOf(BtfBuilder types, int struct, int member) {
        CoreRelo relo = new CoreRelo(0, struct, types.string("0:" + member), ReloKind.FIELD_SIGNED.ordinal());
        Btf both = types.build();
        CoreResolver resolver = new CoreResolver(both, new NamedBtf("itself", both), List::of);
        return value(resolver.resolve(relo, SpecParser.parse(both, relo))).value();
    }

    static ReloValue value(Resolution resolution) {
        return assertInstanceOf(Resolution.Resolved.class, resolution).value();
    }

    /** Without any match: the value, which may be poison. */
    static ReloValue absent(Resolution resolution) {
        return assertInstanceOf(Resolution.Absent.class, resolution).value();
    }

    static Resolution.Rejected rejected(Resolution resolution) {
        return assertInstanceOf(Resolution.Rejected.class, resolution);
    }

    /** Target id and raw spec, {@code [5] 0:1:2}. */
    static String target(Resolution resolution) {
        CandidateMatch match =
                assertInstanceOf(Resolution.Resolved.class, resolution).target();
        assertNotNull(match);
        assertNotNull(match.spec());
        return "[" + match.candidate().id() + "] " + match.spec().rawText();
    }

    /** One word for the kind of answer. */
    static String word(Resolution resolution) {
        return switch (resolution) {
            case Resolution.Resolved resolved -> "resolved";
            case Resolution.Absent absent -> absent.value().poison() ? "poison" : "absent";
            case Resolution.Ambiguous ambiguous -> "ambiguous";
            case Resolution.Rejected rejected -> "rejected";
        };
    }
}
