package dev.relogrid.engine.history;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.history.Answer.Status;
import dev.relogrid.engine.history.TypeName.Place;
import dev.relogrid.engine.kernel.Kernel;
import java.util.ArrayList;
import java.util.List;

/** Whether a struct has a member, of what type, and perhaps where. */
final class FieldQuestion implements Question {
    private final TypeName type;
    private final FieldPath path;
    private final boolean offsets;

    FieldQuestion(TypeName type, FieldPath path, boolean offsets) {
        this.type = type;
        this.path = path;
        this.offsets = offsets;
    }

    @Override
    public Answer on(Kernel kernel) {
        return Answers.of(kernel, type, this::in);
    }

    private Answer in(Place place) {
        Btf btf = place.btf();
        Members members = new Members(btf);
        int id = place.id();
        long bit = 0;
        String text = "";
        for (int i = 0; i < path.steps().size(); i++) {
            FieldPath.Step step = path.steps().get(i);
            Members.Found found = members.find(id, step.name());
            if (found == null) {
                return absent(btf, id, i);
            }
            int memberType = btf.memberType(found.container(), found.index());
            int bits = btf.memberBitfieldSize(found.container(), found.index());
            bit += found.bit();
            id = memberType;
            for (long index : step.indexes()) {
                int array = btf.skipModifiersAndTypedefs(id);
                if (btf.kind(array) != BtfKind.ARRAY) {
                    return Answer.of(Status.ABSENT, path.upTo(i) + " is not an array");
                }
                id = btf.arrayType(array);
                bit += index * 8 * Math.max(0, btf.resolveSize(id));
            }
            String last = path.upTo(i).substring(i == 0 ? 0 : path.upTo(i - 1).length() + 1);
            text = TypeText.declaration(btf, id, last) + (bits == 0 ? "" : " : " + bits);
        }
        return Answer.present(offsets ? text + place(bit) : text, place.module());
    }

    private static String place(long bit) {
        return bit % 8 == 0 ? " at byte " + bit / 8 : " at bit " + bit;
    }

    private Answer absent(Btf btf, int id, int step) {
        String name = path.steps().get(step).name();
        int container = btf.skipModifiersAndTypedefs(id);
        if (!BtfKind.isComposite(btf.kind(container))) {
            String what = step == 0 ? type.toString() : path.upTo(step - 1);
            return Answer.of(
                    Status.ABSENT, what + " is " + TypeText.declaration(btf, id, "") + ", which has no members");
        }
        List<String> similar = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Members members = new Members(btf);
        members.visit(container, member -> {
            String other = members.name(member);
            if (SimilarNames.mayReplace(name, other)) {
                names.add(other);
                similar.add(TypeText.declaration(btf, btf.memberType(member.container(), member.index()), other));
            }
            return true;
        });
        String text = "no " + path.upTo(step) + " in " + type;
        return new Answer(Status.ABSENT, text, similar, names, "");
    }

    @Override
    public String name() {
        return offsets ? "" : path.toString();
    }

    @Override
    public Answer withModulesElsewhere(Answer answer) {
        return Answers.withModulesElsewhere(answer, type);
    }

    @Override
    public List<String> meant(Btf btf) {
        List<Place> places = new ArrayList<>();
        type.add(btf, "", places);
        if (places.isEmpty()) {
            return SimilarNames.types(btf, type);
        }
        List<String> names = new ArrayList<>();
        Members members = new Members(btf);
        members.visit(places.getFirst().id(), member -> names.add(members.name(member)));
        return SimilarNames.nearest(path.steps().getFirst().name(), names);
    }

    @Override
    public String toString() {
        return type + " " + path;
    }
}
