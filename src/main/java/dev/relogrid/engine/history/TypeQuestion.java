package dev.relogrid.engine.history;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.history.TypeName.Place;
import dev.relogrid.engine.kernel.Kernel;
import java.util.List;

/** Whether there is a type, and of what size. */
record TypeQuestion(TypeName type) implements Question {
    @Override
    public Answer on(Kernel kernel) {
        return Answers.of(kernel, type, TypeQuestion::in);
    }

    private static Answer in(Place place) {
        Btf btf = place.btf();
        String text;
        if (btf.kind(place.id()) == BtfKind.TYPEDEF) {
            text = TypeText.declaration(btf, btf.type(place.id()), "");
        } else {
            text = btf.size(place.id()) + " bytes";
            if (BtfKind.isAnyEnum(btf.kind(place.id()))) {
                text += ", " + btf.vlen(place.id()) + " values";
            }
        }
        return Answer.present(text, place.module());
    }

    @Override
    public Answer withModulesElsewhere(Answer answer) {
        return Answers.withModulesElsewhere(answer, type);
    }

    @Override
    public List<String> meant(Btf btf) {
        return SimilarNames.types(btf, type);
    }

    @Override
    public String toString() {
        return type.toString();
    }
}
