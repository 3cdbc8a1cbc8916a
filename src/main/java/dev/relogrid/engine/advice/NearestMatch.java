package dev.relogrid.engine.advice;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.core.AccessSpec;
import dev.relogrid.engine.kernel.Kernel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where something went that an object wants and a kernel lacks: ranked suggestions, the best first, each with its reasons.
 * What they say is about the kernel that was asked; they hold on to nothing of it.
 */
public final class NearestMatch {
    private NearestMatch() {}

    /** {@link #forField(AccessSpec, int, Btf, Btf)} with no more to go by than the object's own types. */
    public static List<Suggestion> forField(AccessSpec local, int failingStep, Btf target) {
        return forField(local, failingStep, target, null);
    }

    /**
     * For a field that is not there, or is of a type that does not fit.
     *
     * @param local the access in the object's types
     * @param failingStep the accessor that has no counterpart ({@link dev.relogrid.engine.core.CandidateMatch#reached});
     *     0 when the type the access begins at is not there
     * @param target the types of the kernel
     * @param reference the types of the newest kernel that still has the field, which tell its neighbours and its offset;
     *     null when there is none, then the object's own types are asked where they are whole
     * @return none when there is nothing like it; one with an empty path when it is known to be gone for good
     */
    public static List<Suggestion> forField(AccessSpec local, int failingStep, Btf target, @Nullable Btf reference) {
        return new FieldMatch(local, target, reference, Renames.CURATED).suggestions(failingStep);
    }

    /** For an enumerator that is not there; {@code local} is of an enumerator kind. */
    public static List<Suggestion> forEnumValue(AccessSpec local, Btf target) {
        return new EnumMatch(local, target).suggestions();
    }

    /**
     * For a type that is not there.
     *
     * @param kind what it is in the object, {@link dev.relogrid.engine.btf.BtfKind}
     * @param name its name there, flavour and all
     */
    public static List<Suggestion> forType(int kind, String name, Btf target) {
        return NameMatch.type(kind, name, target);
    }

    /** For a function that is neither in the kernel's BTF nor among its symbols. */
    public static List<Suggestion> forFunction(String name, Kernel kernel) {
        return new FunctionMatch(name, kernel).suggestions();
    }
}
