package dev.relogrid.gate.render;

import dev.relogrid.gate.Member;
import dev.relogrid.gate.Outcome;
import dev.relogrid.gate.Shift;
import dev.relogrid.gate.Suite;
import dev.relogrid.report.look.Printable;
import dev.relogrid.report.look.Style;
import dev.relogrid.report.look.Wrapped;
import dev.relogrid.report.render.Proof;
import dev.relogrid.report.render.TextReport;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Function;

/** A suite for people: object after object, what the policy makes of each, and in the last line what it comes to. */
public final class SuiteText {
    private static final int WIDTH = 100;

    private final Style style;
    private final PrintWriter out;
    private final boolean each;

    /** @param each whether every kernel gets a line of its own, however many there are */
    public SuiteText(Style style, PrintWriter out, boolean each) {
        this.style = style;
        this.out = out;
        this.each = each;
    }

    /** As text without colours. */
    public static String of(Suite suite) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        new SuiteText(new Style(false, true, WIDTH), out, false).print(suite, _ -> Proof.NONE);
        out.flush();
        return text.toString();
    }

    /** @param proofs what is known of a member besides */
    public void print(Suite suite, Function<Member, Proof> proofs) {
        boolean judgedBySomething = !suite.policy().isEmpty() || suite.isCompared();
        TextReport text = new TextReport(style, out, each);
        for (int i = 0; i < suite.members().size(); i++) {
            Member member = suite.members().get(i);
            out.print(i == 0 ? "" : System.lineSeparator());
            text.print(member.report(), proofs.apply(member));
            if (judgedBySomething) {
                policy(suite, member);
            }
        }
        if (judgedBySomething || suite.members().size() > 1) {
            out.println();
            headline(suite);
        }
    }

    /** The last line by itself. */
    public void headline(Suite suite) {
        String name = suite.members().size() == 1 && suite.unread().isEmpty()
                ? Printable.text(suite.members().getFirst().name()) + ": "
                : "";
        out.println(paint(suite.outcome(), sign(suite.outcome())) + " " + style.bold(name + suite.headline()));
    }

    private void policy(Suite suite, Member member) {
        List<String> sentences = member.verdict().sentences();
        out.println();
        String by = suite.policy().isEmpty() ? "" : Printable.text(suite.policy()) + ": ";
        out.println("  " + paint(member.outcome(), sign(member.outcome())) + " " + by
                + Printable.text(sentences.getFirst()));
        for (String sentence : sentences.subList(1, sentences.size())) {
            Wrapped.words(Printable.text(sentence), style.width() - 6).forEach(line -> out.println("      " + line));
        }
        if (member.delta() != null) {
            out.println("      Against " + Printable.text(suite.against()) + ": "
                    + (member.delta().isNew()
                            ? "a new object."
                            : String.join(", ", Shift.words(member.delta().counts())) + "."));
        }
    }

    private String sign(Outcome outcome) {
        return switch (outcome) {
            case PASS -> style.sign("\u2713", "+");
            case FAIL -> style.sign("\u2717", "x");
            case NO_ANSWER -> "?";
        };
    }

    private String paint(Outcome outcome, String text) {
        return switch (outcome) {
            case PASS -> style.green(text);
            case FAIL -> style.red(text);
            case NO_ANSWER -> style.yellow(text);
        };
    }
}
