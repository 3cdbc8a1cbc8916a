package dev.relogrid.engine.history;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.history.Answer.Status;
import dev.relogrid.engine.history.TypeName.Place;
import dev.relogrid.engine.kernel.Kernel;
import java.util.ArrayList;
import java.util.List;

/** Whether an enum has an enumerator, and of what value. */
final class EnumeratorQuestion implements Question {
    private final TypeName type;
    private final String name;

    EnumeratorQuestion(TypeName type, String name) {
        this.type = type;
        this.name = name;
    }

    @Override
    public Answer on(Kernel kernel) {
        return Answers.of(kernel, type, this::in);
    }

    private Answer in(Place place) {
        Btf btf = place.btf();
        int id = place.id();
        int count = btf.vlen(id);
        List<String> similar = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String other = btf.string(btf.enumeratorNameOffset(id, i));
            if (other.equals(name)) {
                return Answer.present(text(btf, id, i), place.module());
            }
            if (SimilarNames.isSameBarUnderscores(name, other)) {
                similar.add(other + " = " + text(btf, id, i));
                names.add(other);
            }
        }
        return new Answer(Status.ABSENT, "no " + name + " in " + type, similar, names, "");
    }

    private static String text(Btf btf, int id, int i) {
        long value = btf.enumeratorValue(id, i);
        return btf.kflag(id)
                ? Long.toString(value)
                : Long.toUnsignedString(btf.size(id) == 4 ? value & 0xffff_ffffL : value);
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
        int id = places.getFirst().id();
        for (int i = 0; i < btf.vlen(id); i++) {
            names.add(btf.string(btf.enumeratorNameOffset(id, i)));
        }
        return SimilarNames.nearest(name, names);
    }

    @Override
    public String toString() {
        return type + " " + name;
    }
}
