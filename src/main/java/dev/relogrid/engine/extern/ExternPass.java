package dev.relogrid.engine.extern;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Extern;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an object's externs on a kernel, as libbpf 1.7.0 resolves them before it relocates anything ({@code
 * bpf_object__resolve_externs}). Each can be asked of a kernel on its own, so that kernels that differ in one share the
 * answers to the others; {@link #together} then says where libbpf stops.
 *
 * <p>May be shared by threads.
 */
public final class ExternPass {
    private final List<Subject> subjects = new ArrayList<>();
    private final List<Subject> inOrder;
    private final @Nullable KernelSymbol symbols;

    /** One extern, and where it stands among the object's. */
    private record Subject(
            int index, Answer answer, @Nullable Option option) {
        Extern extern() {
            return answer.extern();
        }

        /** libbpf's {@code cmp_externs}: options by alignment and size, then symbols, each by name. */
        int compareTo(Subject other) {
            Option one = option;
            Option another = other.option;
            if (one == null || another == null) {
                int kinds = Boolean.compare(one == null, another == null);
                return kinds != 0
                        ? kinds
                        : extern().name().compareTo(other.extern().name());
            }
            if (one.alignment() != another.alignment()) {
                return Long.compare(another.alignment(), one.alignment());
            }
            int sizes = Long.compare(one.size(), another.size());
            return sizes != 0 ? sizes : extern().name().compareTo(other.extern().name());
        }
    }

    /** For any number of kernels. */
    public ExternPass(BpfObject object) {
        boolean readsSymbols = false;
        Btf types = object.btf();
        List<Extern> externs = object.externs();
        for (int i = 0; i < externs.size(); i++) {
            Extern extern = externs.get(i);
            Option option =
                    extern.kind() == Extern.Kind.KCONFIG ? Option.of(Objects.requireNonNull(types), extern) : null;
            subjects.add(new Subject(i, new Answer(extern, Answer.wanted(extern)), option));
            readsSymbols |= extern.kind() == Extern.Kind.KSYM_UNTYPED;
        }
        symbols = types == null ? null : new KernelSymbol(types, readsSymbols);
        inOrder = new ArrayList<>(subjects);
        inOrder.sort(Subject::compareTo);
    }

    /** All of an object's externs on one kernel that has types, in the object's order. */
    public static List<ExternResult> run(BpfObject object, Kernel kernel) {
        ExternPass pass = new ExternPass(object);
        List<ExternResult> results = new ArrayList<>(pass.subjects.size());
        for (int i = 0; i < pass.subjects.size(); i++) {
            results.add(pass.ask(i, kernel));
        }
        return pass.together(results);
    }

    /** How many externs the object has. */
    public int size() {
        return subjects.size();
    }

    /**
     * What becomes of one extern if libbpf gets as far.
     *
     * @param index in {@link BpfObject#externs}
     * @param kernel one that has types
     * @throws dev.relogrid.engine.bytes.MalformedInput when what it looks at in the kernel is damaged
     */
    public ExternResult ask(int index, Kernel kernel) {
        Subject subject = subjects.get(index);
        Btf vmlinux = Objects.requireNonNull(kernel.vmlinux());
        Option option = subject.option;
        if (option != null) {
            return subject.extern().name().startsWith(ConfigOption.PREFIX)
                    ? ConfigOption.ask(subject.answer, option, kernel)
                    : VirtualOption.ask(subject.answer, option, kernel, vmlinux);
        }
        KernelSymbol symbol = Objects.requireNonNull(symbols);
        return switch (subject.extern().kind()) {
            case KSYM_TYPED -> symbol.variable(subject.answer, kernel, vmlinux);
            case KFUNC -> symbol.function(subject.answer, kernel, vmlinux);
            case KSYM_UNTYPED, KCONFIG -> KernelSymbol.untyped(subject.answer, kernel);
        };
    }

    /**
     * The same with {@link ExternResult.Status#NOT_TRIED} for those that libbpf does not come to, because another one ends
     * it before.
     *
     * @param answers of {@link #ask} for each extern, in the object's order
     */
    public List<ExternResult> together(List<ExternResult> answers) {
        Subject stop = stop(answers);
        if (stop == null) {
            return answers;
        }
        Step last = Objects.requireNonNull(answers.get(stop.index).stop());
        List<ExternResult> results = new ArrayList<>(answers);
        boolean past = false;
        for (Subject subject : inOrder) {
            ExternResult answer = answers.get(subject.index);
            Step step = answer.stop() == Step.KALLSYMS ? Step.KALLSYMS : step(subject.extern());
            if (step.compareTo(last) > 0 || (past && step == last && step.isInOrder())) {
                results.set(subject.index, answer.notTried());
            }
            past |= subject.index == stop.index;
        }
        return results;
    }

    /** Where libbpf comes to an extern; to some variables among the symbols before. */
    private static Step step(Extern extern) {
        return switch (extern.kind()) {
            case KCONFIG -> extern.name().startsWith(ConfigOption.PREFIX) ? Step.CONFIG : Step.VIRTUAL;
            case KSYM_UNTYPED -> Step.KALLSYMS;
            case KSYM_TYPED, KFUNC -> Step.TYPES;
        };
    }

    /**
     * The failure libbpf stops at; null when there is none. Of several options that do not fit, or several ambiguous
     * symbols, it depends on the order of lines that nobody kept: then the first in libbpf's own order is named.
     *
     * @param results in the object's order
     */
    public @Nullable ExternResult firstFailure(List<ExternResult> results) {
        Subject stop = stop(results);
        return stop == null ? null : results.get(stop.index);
    }

    private @Nullable Subject stop(List<ExternResult> results) {
        Subject first = null;
        Step earliest = null;
        for (Subject subject : inOrder) {
            ExternResult result = results.get(subject.index);
            Step stop = result.stop();
            if (result.fails() && stop != null && (earliest == null || stop.compareTo(earliest) < 0)) {
                first = subject;
                earliest = stop;
            }
        }
        return first;
    }
}
