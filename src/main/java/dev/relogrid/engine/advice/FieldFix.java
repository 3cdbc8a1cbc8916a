package dev.relogrid.engine.advice;

import dev.relogrid.engine.advice.Trail.Successor;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.core.AccessSpec;
import java.util.ArrayList;
import java.util.List;

/** The function that reads a field wherever it is, from the newest place to the oldest, and 0 where it is in none. */
final class FieldFix {
    private final LocalAccess local;
    private final List<Hop> own;
    private final List<Flavour> flavours = new ArrayList<>();
    private final List<List<Hop>> accesses = new ArrayList<>();
    private final StringBuilder story = new StringBuilder();

    FieldFix(AccessSpec spec) {
        this.local = new LocalAccess(spec);
        this.own = local.hops();
    }

    /** The code; empty when there is nothing to be sure of. */
    String code(List<Suggestion> others) {
        if (own.isEmpty()) {
            return "";
        }
        String gone = "";
        for (Suggestion other : others) {
            Rename rename = other.rename();
            if (rename != null && rename.isGone()) {
                gone = rename.origin().text() + ": " + rename.what();
            } else if (isSure(other)) {
                add(other);
            }
        }
        if (flavours.isEmpty() && gone.isEmpty()) {
            return "";
        }
        addBetween();
        flavours.add(new Flavour("was", "was", own));
        return text(gone);
    }

    private static boolean isSure(Suggestion other) {
        Rename rename = other.rename();
        return !other.access().isEmpty()
                && other.grade() != Grade.SIMILAR_NAME_ONLY
                && (rename == null || rename.sameValue());
    }

    private void add(Suggestion other) {
        List<Hop> access = withOwnLeaf(other.access());
        if (accesses.contains(access)) {
            return;
        }
        Rename rename = other.rename();
        String number = rename == null ? "" : rename.origin().since().replace('.', '_');
        addFlavour(number, access);
        story.append("// ").append(other.path());
        if (rename == null) {
            story.append(", very likely: ").append(String.join("; ", other.reasons()));
            story.append("\n//     (no table says so: see whether it means the same)\n");
        } else {
            story.append(' ').append(rename.origin().text()).append(": ").append(rename.what()).append('\n');
        }
    }

    private void addFlavour(String version, List<Hop> access) {
        int number = flavours.size();
        String name = version.isEmpty() ? "other" + (number == 0 ? "" : number + 1) : "since_" + version;
        for (List<Hop> before : accesses) {
            // two ways of one release differ in their members: only the variable needs another name
            name = name.equals(nameOf(before)) ? name + "_" + (number + 1) : name;
        }
        names.add(name);
        accesses.add(access);
        flavours.add(new Flavour(version.isEmpty() ? name : version, name, access));
    }

    private final List<String> names = new ArrayList<>();

    private String nameOf(List<Hop> access) {
        return names.get(accesses.indexOf(access));
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
        if (path == null || successor.part() || path.steps().size() != 1 || successor.steps() != 1 || !rename.sameValue()) {
            return;
        }
        Hop had = own.get(hop);
        List<Hop> access = new ArrayList<>(own);
        access.set(hop, new Hop(had.owner(), path.steps().getFirst().name(), had.indices(), had.type(), had.bits(), false));
        if (!path.steps().getFirst().name().equals(had.member()) && !accesses.contains(access)) {
            addFlavour(rename.origin().since().replace('.', '_'), access);
            story.append("// ").append(Hop.path(access)).append(' ').append(rename.origin().text());
            story.append(": ").append(rename.what()).append('\n');
        }
    }

    private String text(String gone) {
        StringBuilder text = new StringBuilder();
        text.append("// ").append(local.root()).append(": ").append(Hop.path(own)).append(", which is also\n");
        if (!gone.isEmpty()) {
            text.setLength(0);
            text.append("// ").append(local.root()).append(": ").append(Hop.path(own)).append(" is gone ").append(gone);
            text.append('\n');
        }
        text.append(story);
        for (Flavour flavour : flavours) {
            text.append(flavour.declarations());
        }
        String root = local.rootName();
        text.append("static __always_inline ").append(returned()).append(root).append('_').append(Flavour.joined(own));
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
