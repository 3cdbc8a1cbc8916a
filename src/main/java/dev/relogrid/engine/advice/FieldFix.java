package dev.relogrid.engine.advice;

import dev.relogrid.engine.advice.Trail.Successor;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.core.AccessSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The function that reads a field wherever it is, from the newest place to the oldest, and 0 where it is in none. */
final class FieldFix {
    private final LocalAccess local;
    private final List<Hop> own;
    private final List<Way> ways = new ArrayList<>();
    private final StringBuilder story = new StringBuilder();
    private String gone = "";

    FieldFix(AccessSpec spec) {
        this.local = new LocalAccess(spec);
        this.own = local.hops();
    }

    /**
     * One way to the field.
     *
     * @param version a release in letters that a name can have
     * @param variable the name of the pointer it starts at
     */
    private record Way(String version, String variable, List<Hop> access, boolean anySize) {
        /** Whether CO-RE cannot tell them apart. */
        boolean isAs(List<Hop> other) {
            return Hop.path(access).equals(Hop.path(other)) && isEnum(access) == isEnum(other);
        }

        private static boolean isEnum(List<Hop> access) {
            return access.getLast().type().startsWith("enum");
        }
    }

    /** The code; empty when there is nothing to be sure of. */
    String code(List<Suggestion> others) {
        if (own.isEmpty()) {
            return "";
        }
        for (Suggestion other : others) {
            Rename rename = other.rename();
            if (rename != null && rename.isGone()) {
                gone = rename.origin().text() + ": " + rename.what();
            } else if (isSure(other)) {
                add(other);
            }
        }
        if (ways.isEmpty() && gone.isEmpty()) {
            return "";
        }
        addBetween();
        ways.add(new Way("was", "was", own, false));
        return text();
    }

    private static boolean isSure(Suggestion other) {
        Rename rename = other.rename();
        return !other.access().isEmpty()
                && other.grade() != Grade.SIMILAR_NAME_ONLY
                && (rename == null || rename.sameValue());
    }

    private void add(Suggestion other) {
        List<Hop> access = withOwnLeaf(other.access());
        Rename rename = other.rename();
        if (!add(rename, access)) {
            return;
        }
        story.append("// ").append(other.path());
        if (rename == null) {
            story.append(", very likely: ").append(String.join("; ", other.reasons()));
            story.append("\n//     (no table says so: see whether it means the same)\n");
        } else {
            story.append(' ')
                    .append(rename.origin().text())
                    .append(": ")
                    .append(rename.what())
                    .append('\n');
        }
    }

    /** Adds a way, unless there is one like it. */
    private boolean add(@Nullable Rename rename, List<Hop> access) {
        for (int i = 0; i < ways.size(); i++) {
            Way way = ways.get(i);
            if (way.isAs(access)) {
                boolean differ =
                        !way.access.getLast().type().equals(access.getLast().type());
                ways.set(i, new Way(way.version, way.variable, way.access, way.anySize || differ));
                return false;
            }
        }
        String version = rename == null ? "other" : rename.origin().since().replace('.', '_');
        String variable = rename == null ? "other" : "since_" + version;
        int same = 1;
        for (Way way : ways) {
            same += way.version.equals(version) ? 1 : 0;
        }
        ways.add(new Way(version, same == 1 ? variable : variable + "_" + same, access, false));
        return true;
    }

    /** A struct or an array at the end is declared as the object has it: that type's declaration is at hand. */
    private List<Hop> withOwnLeaf(List<Hop> access) {
        Hop leaf = access.getLast();
        Hop had = own.getLast();
        if (!Flavour.isWhole(leaf) || !Flavour.isWhole(had)) {
            return access;
        }
        List<Hop> hops = new ArrayList<>(access.subList(0, access.size() - 1));
        hops.add(new Hop(leaf.owner(), leaf.member(), leaf.indices(), had.type(), 0, false));
        return List.copyOf(hops);
    }

    /** Names it had between, of which only the table knows: where one step with its type unchanged has another name. */
    private void addBetween() {
        for (int at = 1; at < local.end() - 1; at++) {
            if (local.step(at).isElement()) {
                continue;
            }
            for (Successor successor : Renames.CURATED.ofField(local.holderName(at), local.steps(at, local.end()))) {
                addBetween(successor, local.membersBefore(at));
            }
        }
    }

    private void addBetween(Successor successor, int hop) {
        MemberPath path = successor.path();
        Rename rename = successor.rename();
        boolean oneForOne = path != null && path.steps().size() == 1 && successor.steps() == 1 && !successor.part();
        if (path == null || !oneForOne || !rename.sameValue()) {
            return;
        }
        String name = path.steps().getFirst().name();
        Hop had = own.get(hop);
        List<Hop> access = new ArrayList<>(own);
        access.set(hop, new Hop(had.owner(), name, had.indices(), had.type(), had.bits(), false));
        if (!name.equals(had.member()) && add(rename, access)) {
            story.append("// ")
                    .append(Hop.path(access))
                    .append(' ')
                    .append(rename.origin().text());
            story.append(": ").append(rename.what()).append('\n');
        }
    }

    private String text() {
        List<Flavour> flavours = new ArrayList<>();
        for (Way way : ways) {
            flavours.add(new Flavour(way.version, way.variable, way.access, way.anySize));
        }
        String root = local.rootName();
        StringBuilder text = new StringBuilder("// " + local.root() + ": " + Hop.path(own));
        text.append(gone.isEmpty() ? ", which is also\n" : " is gone " + gone + "\n")
                .append(story);
        for (Flavour flavour : flavours) {
            text.append(flavour.declarations());
        }
        text.append("static __always_inline ")
                .append(returned())
                .append(root)
                .append('_')
                .append(Flavour.joined(own));
        text.append("(const void *").append(root).append(")\n{\n");
        for (Flavour flavour : flavours) {
            text.append(flavour.pointer(root));
        }
        text.append('\n');
        for (Flavour flavour : flavours) {
            String returns = flavour.returns();
            boolean block = returns.indexOf('\n') < returns.length() - 1;
            text.append("    if (").append(flavour.exists()).append(block ? ") {\n" : ")\n");
            text.append(returns).append(block ? "    }\n" : "");
        }
        return text.append("    return 0;\n}\n").toString();
    }

    /** Wide enough for it in any kernel. */
    private String returned() {
        Hop leaf = own.getLast();
        if (Flavour.isWhole(leaf)) {
            return "const void *";
        }
        if (leaf.type().endsWith("*")) {
            return leaf.type();
        }
        Btf btf = local.btf();
        int id = btf.skipModifiersAndTypedefs(local.typeAfter(local.end() - 1));
        boolean signed = btf.kind(id) == BtfKind.INT ? (btf.intEncoding(id) & 1) != 0 : btf.kflag(id);
        return signed ? "long long " : "unsigned long long ";
    }
}
