package dev.relogrid.report;

import dev.relogrid.engine.advice.Suggestion;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.btf.EssentialName;
import dev.relogrid.engine.core.AccessSpec;
import dev.relogrid.engine.core.ReloKind;
import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.RelocationRecord;
import dev.relogrid.engine.object.SourceLine;
import dev.relogrid.engine.verdict.Explanations;
import dev.relogrid.engine.verdict.Finding;
import dev.relogrid.engine.verdict.ObjectSpecs;
import dev.relogrid.engine.verdict.Remedy;
import dev.relogrid.report.CauseCard.Access;
import dev.relogrid.report.CauseCard.Nearest;
import dev.relogrid.report.CauseCard.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts down all there is to know of causes. */
final class Cards {
    private final ObjectSpecs specs;
    private final Spread spread;
    private final Causes causes;

    Cards(ObjectSpecs specs, Spread spread, Causes causes) {
        this.specs = specs;
        this.spread = spread;
        this.causes = causes;
    }

    /** One for each cause, in their order. */
    List<CauseCard> of(Remedies remedies) {
        List<CauseCard> cards = new ArrayList<>(causes.all().size());
        int advised = 0;
        for (Causes.Gathered cause : causes.all()) {
            CauseCard card = card(cause);
            boolean advise = advised < remedies.most() && remedies.isWanted(card);
            cards.add(advise ? advised(card, cause, remedies) : card);
            advised += advise ? 1 : 0;
        }
        return cards;
    }

    private CauseCard advised(CauseCard card, Causes.Gathered cause, Remedies remedies) {
        Remedy remedy = remedies.of(specs, cause.first(), spread, causes.kernels(cause));
        List<Nearest> nearest = new ArrayList<>();
        for (Suggestion one : remedy.suggestions()) {
            nearest.add(new Nearest(one.path(), one.type(), one.grade(), one.reasons()));
        }
        return card.with(remedy.code(cause.first()), nearest, remedies.history(specs, cause.first()), remedy.snippet());
    }

    private CauseCard card(Causes.Gathered cause) {
        Finding first = cause.first();
        Obstacle obstacle = first.obstacle();
        return new CauseCard(
                obstacle.code(),
                first.effect(),
                obstacle.stage(),
                obstacle.place().program() == null && !obstacle.place().isInsn(),
                obstacle.wanted(),
                place(cause),
                access(cause),
                List.of(),
                List.of(),
                "");
    }

    private @Nullable Place place(Causes.Gathered cause) {
        Program function = cause.first().obstacle().place().function();
        int insn = cause.first().obstacle().place().insn();
        if (function == null || insn < 0) {
            return null;
        }
        int places = cause.alike().size();
        SourceLine source = specs.object().line(function, insn);
        return source == null
                ? new Place(function.name(), insn, null, 0, 0, "", places)
                : new Place(
                        function.name(), insn, source.file(), source.line(), source.column(), source.text(), places);
    }

    private @Nullable Access access(Causes.Gathered cause) {
        RelocationRecord record = cause.first().relocation();
        if (record == null) {
            return null;
        }
        List<Integer> relocations = new ArrayList<>();
        for (Finding finding : cause.alike()) {
            relocations.add(finding.number());
        }
        ReloKind kind = ReloKind.of(record.relo().kind());
        String word = kind == null ? Access.UNKNOWN : kind.word();
        AccessSpec spec = specs.specs().get(record.number()).spec();
        if (spec == null) {
            return new Access(relocations, word, null, null, "", List.of(), -1);
        }
        String raw = spec.rawText();
        if (!spec.kind().isFieldBased()) {
            return new Access(relocations, word, spec.format(), raw, "", List.of(), -1);
        }
        String has = cause.first().obstacle().has();
        return new Access(relocations, word, spec.format(), raw, root(spec), steps(spec), missing(spec, has));
    }

    private static String root(AccessSpec spec) {
        Btf btf = spec.btf();
        String name = EssentialName.of(btf.name(spec.rootTypeId()));
        String kind = BtfKind.name(btf.kind(spec.rootTypeId()));
        return name.isEmpty() ? "anonymous " + kind : kind + " " + name;
    }

    private static List<String> steps(AccessSpec spec) {
        List<String> steps = new ArrayList<>();
        for (int i = 1; i < spec.length(); i++) {
            steps.add(spec.isNamed(i) ? spec.accessorNameText(i) : "[" + spec.accessorIndex(i) + "]");
        }
        return steps;
    }

    /** What a kernel has instead ends in the path up to the step to blame. */
    private static int missing(AccessSpec spec, String has) {
        int missing = -1;
        for (int i = 1; i < spec.length(); i++) {
            if (has.endsWith(" has no " + Explanations.path(spec, i))) {
                missing = i - 1;
            }
        }
        return missing;
    }
}
