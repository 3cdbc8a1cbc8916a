package dev.relogrid.engine.history;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.history.Answer.Status;
import dev.relogrid.engine.history.TypeName.Place;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.kernel.KernelSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Whether there is a function, with what prototype, or what compilers left of it. */
final class FunctionQuestion implements Question {
    private static final String CODE = "tTwW";

    private final TypeName type;

    FunctionQuestion(String name) {
        this.type = new TypeName(BtfKind.FUNC, name);
    }

    @Override
    public Answer on(Kernel kernel) {
        List<Place> places = type.in(kernel);
        KernelSymbols symbols = kernel.symbols();
        int count = symbols == null ? 0 : code(symbols.types(type.name()));
        if (!places.isEmpty()) {
            Place place = places.getFirst();
            Answer found = Answer.present(prototype(places), place.module());
            return symbols == null || count == 1 || !place.module().isEmpty() ? found : weighed(found, symbols, count);
        }
        if (symbols == null) {
            return kernel.vmlinux() == null
                    ? Answers.noTypes(kernel)
                    : Answer.of(Status.UNKNOWN, "not among its types; its symbols are not known");
        }
        if (count > 0) {
            return Answer.present("a symbol without types" + several(count), "");
        }
        String left = left(symbols);
        if (!left.isEmpty()) {
            return Answer.of(Status.INLINED, "only " + left + " left");
        }
        return kernel.isInModulesElsewhere(type.name())
                ? Answer.PERHAPS_IN_A_MODULE
                : Answer.of(Status.ABSENT, "no " + type);
    }

    /** Types say that it is there; symbols say that it is so not as often as once. */
    private Answer weighed(Answer found, KernelSymbols symbols, int count) {
        if (count > 1) {
            return Answer.present(found.text() + several(count), "");
        }
        String left = left(symbols);
        return left.isEmpty()
                ? Answer.present(found.text() + ", without a symbol", "")
                : Answer.of(Status.INLINED, found.text() + ", but only " + left + " left");
    }

    private static String several(int count) {
        return count == 1 ? "" : ", " + count + " of this name";
    }

    private static int code(String types) {
        int count = 0;
        for (int i = 0; i < types.length(); i++) {
            count += CODE.indexOf(types.charAt(i)) >= 0 ? 1 : 0;
        }
        return count;
    }

    /** What is left, its numbers apart, which mean nothing: {@code vfs_open.isra}. */
    private String left(KernelSymbols symbols) {
        TreeSet<String> kinds = new TreeSet<>();
        for (String variant : symbols.variants(type.name())) {
            kinds.add(variant.replaceAll("\\.\\d+", ""));
        }
        return kinds.isEmpty() ? "" : String.join(" and ", kinds) + (kinds.size() == 1 ? " is" : " are");
    }

    private String prototype(List<Place> places) {
        List<String> texts = new ArrayList<>(1);
        for (Place place : places) {
            Btf btf = place.btf();
            String text = TypeText.declaration(btf, btf.type(place.id()), type.name());
            if (!texts.contains(text)) {
                texts.add(text);
            }
        }
        return String.join(" or ", texts);
    }

    @Override
    public String name() {
        return type.name();
    }

    @Override
    public List<String> meant(Btf btf) {
        return SimilarNames.types(btf, type);
    }

    @Override
    public String toString() {
        return "func " + type.name();
    }
}
