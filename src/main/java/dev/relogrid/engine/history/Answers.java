package dev.relogrid.engine.history;

import dev.relogrid.engine.history.Answer.Status;
import dev.relogrid.engine.history.TypeName.Place;
import dev.relogrid.engine.kernel.Kernel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several types of one name have one answer, which names what each of them says. */
final class Answers {
    private Answers() {}

    /** What one type says. */
    interface Said {
        Answer on(Place place);
    }

    /** What all say that are there; where some have the thing, only those. */
    static Answer of(Kernel kernel, TypeName type, Said said) {
        if (kernel.vmlinux() == null) {
            return noTypes(kernel);
        }
        List<Place> places = type.in(kernel);
        Answer all = none(type);
        for (int i = 0; i < places.size(); i++) {
            Answer one = said.on(places.get(i));
            all = i == 0 ? one : both(all, one);
        }
        return all;
    }

    private static Answer none(TypeName type) {
        return Answer.of(Status.ABSENT, "no " + type);
    }

    static Answer withModulesElsewhere(Answer answer, TypeName type) {
        return answer.equals(none(type)) ? Answer.PERHAPS_IN_A_MODULE : answer;
    }

    static Answer noTypes(Kernel kernel) {
        String why = kernel.noBtf();
        return Answer.of(Status.UNKNOWN, "no BTF" + (why == null ? "" : ": " + why));
    }

    private static Answer both(Answer a, Answer b) {
        if (a.status() != b.status()) {
            return a.status() == Status.PRESENT ? a : b;
        }
        return a.text().equals(b.text()) || isIn(b.text(), a.text())
                ? a
                : new Answer(a.status(), a.text() + " or " + b.text(), a.similar(), a.names(), a.module());
    }

    private static boolean isIn(String one, @Nullable String several) {
        return several != null && List.of(several.split(" or ")).contains(one);
    }
}
