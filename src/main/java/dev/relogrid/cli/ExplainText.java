package dev.relogrid.cli;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.core.AccessSpec;
import dev.relogrid.engine.core.Candidate;
import dev.relogrid.engine.core.CandidateMatch;
import dev.relogrid.engine.core.LocalSpec;
import dev.relogrid.engine.core.ReloKind;
import dev.relogrid.engine.core.ReloValue;
import dev.relogrid.engine.core.Resolution;
import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.insn.InsnText;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.RelocationRecord;
import dev.relogrid.engine.object.SourceLine;
import dev.relogrid.engine.verdict.Explanations;
import dev.relogrid.engine.verdict.ObjectSpecs;
import dev.relogrid.engine.verdict.RelocationResult;
import dev.relogrid.report.look.Printable;
import dev.relogrid.report.look.Style;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One relocation for people: what the code wants, what the kernel has, what is written. */
final class ExplainText {
    private static final int MOST_CANDIDATES = 20;

    private final Style style;
    private final PrintWriter out;

    ExplainText(Style style, PrintWriter out) {
        this.style = style;
        this.out = out;
    }

    void print(ObjectSpecs specs, String kernel, RelocationResult result) {
        RelocationRecord record = result.record();
        where(specs, record);
        row("kernel", Printable.text(kernel));
        local(specs.specs().get(record.number()));
        Resolution resolution = result.resolution();
        if (resolution != null) {
            candidates(resolution);
        }
        value(result.value());
        insns("before", result.before());
        insns("after", result.after());
        outcome(result);
    }

    private void where(ObjectSpecs specs, RelocationRecord record) {
        ReloKind kind = ReloKind.of(record.relo().kind());
        Program program = record.program();
        out.println(style.bold("relocation #" + record.number() + " "
                        + (kind == null ? "of unknown kind " + record.relo().kind() : kind.word()))
                + (program == null
                        ? ", in no program"
                        : " in " + Printable.name(program.name()) + ", instruction " + record.programInsn())
                + " (section " + Printable.name(record.section()) + " + "
                + Integer.toUnsignedString(record.relo().insnOff())
                + ")");
        SourceLine source =
                specs.object().lines().at(record.section(), record.relo().insnOff());
        if (source != null) {
            row("source", Printable.text(source.file()) + ":" + source.line());
            if (!source.text().isEmpty()) {
                row("", style.bold(Printable.text(source.text())));
            }
        }
    }

    private void local(LocalSpec spec) {
        AccessSpec parsed = spec.spec();
        row("wants", parsed == null ? Printable.text(spec.refusal()) : Printable.name(parsed.format()));
    }

    private void candidates(Resolution resolution) {
        AccessSpec local = resolution.local();
        List<CandidateMatch> all = resolution.candidates();
        if (local != null && local.kind() == ReloKind.TYPE_ID_LOCAL) {
            return;
        }
        String label = "has";
        for (CandidateMatch match : all.subList(0, Math.min(all.size(), MOST_CANDIDATES))) {
            row(label, candidate(local, match));
            label = "";
        }
        if (all.size() > MOST_CANDIDATES) {
            row("", "and " + (all.size() - MOST_CANDIDATES) + " more candidates");
        }
        if (all.isEmpty()) {
            row(label, "no type of that kind and name");
        }
    }

    private String candidate(@Nullable AccessSpec local, CandidateMatch match) {
        Candidate candidate = match.candidate();
        Btf btf = candidate.source().btf();
        AccessSpec spec = match.spec();
        if (spec != null) {
            return Printable.name(spec.format()) + " in "
                    + Printable.name(candidate.source().name());
        }
        String type = "[" + candidate.id() + "] " + BtfKind.name(btf.kind(candidate.id())) + " "
                + Printable.name(btf.name(candidate.id())) + " in "
                + Printable.name(candidate.source().name());
        if (match.match() == null || local == null) {
            return type + ": not tried";
        }
        return type + ": " + Printable.text(Explanations.missing(local, List.of(match)));
    }

    private void value(@Nullable ReloValue value) {
        if (value == null) {
            return;
        }
        row(
                "value",
                Long.toUnsignedString(value.original()) + " " + style.sign("\u2192", "->") + " "
                        + (value.poison() ? "none" : Long.toUnsignedString(value.value())));
        ReloValue.MemorySize size = value.memory();
        if (!value.poison() && size.original() != size.value()) {
            row(
                    "size",
                    size.original() + " " + style.sign("\u2192", "->") + " " + size.value() + " bytes"
                            + (size.fail() ? ", which a load or store cannot be adjusted to" : ""));
        }
    }

    private void insns(String label, List<Insn> insns) {
        if (!insns.isEmpty()) {
            StringBuilder hex = new StringBuilder();
            insns.forEach(insn -> hex.append(insn.hex()));
            row(label, hex + "  " + InsnText.of(insns.getFirst()));
        }
    }

    private void outcome(RelocationResult result) {
        String cause = Explanations.cause(result);
        String text = switch (result.status()) {
            case OK -> style.green("relocated");
            case POISONED ->
                style.yellow("poisoned") + ": " + Printable.text(cause)
                        + "; fatal only if the verifier reaches the instruction";
            case ERROR ->
                style.red("libbpf refuses the object") + ": " + Printable.text(cause) + " (error " + result.errno()
                        + ")";
            case SKIPPED -> style.faint("skipped") + ": " + Printable.text(result.why());
        };
        row("outcome", text);
    }

    private void row(String label, String text) {
        out.println("  " + label + " ".repeat(Math.max(1, 9 - label.length())) + text);
    }
}
