package dev.relogrid.engine.history;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.btf.c.CSource;
import dev.relogrid.engine.bytes.MalformedInput;
import java.util.ArrayList;
import java.util.List;

/** A type one kernel has under a name; read only as far as it is asked for. */
public final class FoundType {
    private final Btf btf;
    private final int id;
    private final String module;

    FoundType(TypeName.Place place) {
        this.btf = place.btf();
        this.id = place.id();
        this.module = place.module();
    }

    /** {@code struct}, {@code union}, {@code enum} or {@code typedef}. */
    public String kind() {
        return TypeLookup.keyword(btf.kind(id));
    }

    /** The module it is of; empty for the kernel itself. */
    public String module() {
        return module;
    }

    /** @throws MalformedInput when what is needed of the kernel is damaged */
    public TypeDefinition definition() {
        boolean typedef = btf.kind(id) == BtfKind.TYPEDEF;
        int type = typedef ? btf.skipModifiersAndTypedefs(id) : id;
        boolean own = !typedef || btf.nameOffset(type) == 0;
        return new TypeDefinition(
                Math.max(0, btf.resolveSize(id)),
                typedef ? TypeText.declaration(btf, btf.type(id), "") : "",
                c(),
                own && BtfKind.isComposite(btf.kind(type)) ? new MemberList(btf).of(type) : List.of(),
                own && BtfKind.isAnyEnum(btf.kind(type)) ? enumerators(type) : List.of());
    }

    private String c() {
        try {
            return CSource.alone(btf, id);
        } catch (MalformedInput e) {
            return "";
        }
    }

    private List<TypeDefinition.Enumerator> enumerators(int type) {
        List<TypeDefinition.Enumerator> all = new ArrayList<>();
        boolean wide = btf.kind(type) == BtfKind.ENUM64;
        for (int i = 0; i < btf.vlen(type); i++) {
            long value = btf.enumeratorValue(type, i);
            String text;
            if (btf.kflag(type)) {
                text = Long.toString(value);
            } else {
                text = wide ? Long.toUnsignedString(value) : Integer.toUnsignedString((int) value);
            }
            all.add(new TypeDefinition.Enumerator(btf.string(btf.enumeratorNameOffset(type, i)), text));
        }
        return all;
    }
}
