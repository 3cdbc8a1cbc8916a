package dev.relogrid.accuracy;

import dev.relogrid.accuracy.Agreement.Cell;
import dev.relogrid.accuracy.Agreement.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What agrees with the booted kernels and what does not, as tables. */
final class AgreementTables {
    private record Column(String release, Agreement agreement) {
        long count(Predicate<Cell> which) {
            return agreement.cells().stream().filter(which).count();
        }
    }

    private final List<Column> columns = new ArrayList<>();

    static AgreementTables ofAll() throws IOException {
        AgreementTables tables = new AgreementTables();
        for (String release : BootedKernel.RELEASES) {
            tables.columns.add(new Column(release, Agreement.with(BootedKernel.of(release))));
        }
        return tables;
    }

    void print() {
        counts();
        causes();
        misses();
        disputes();
    }

    private void head(String first) {
        StringBuilder head = new StringBuilder("| " + first + " |");
        for (Column column : columns) {
            head.append(' ').append(column.release).append(" |");
        }
        System.out.println(head + "\n| --- |" + " --- |".repeat(columns.size()));
    }

    private void row(String what, Predicate<Cell> which) {
        StringBuilder row = new StringBuilder("| " + what + " |");
        for (Column column : columns) {
            row.append(' ').append(column.count(which)).append(" |");
        }
        System.out.println(row);
    }

    private void counts() {
        head("programs");
        row("tried", cell -> true);
        row("loads, and was said to (true ok)", cell -> cell.outcome() == Outcome.TRUE_OK);
        row("refused, and was said to be (true broken)", cell -> cell.outcome() == Outcome.TRUE_BROKEN);
        row(
                "\u2026 of these for the cause the kernel or libbpf gave",
                cell -> cell.outcome() == Outcome.TRUE_BROKEN && cell.isSameCause());
        row("refused, and was said to load (**false ok**)", cell -> cell.outcome() == Outcome.FALSE_OK);
        row(
                "\u2026 of these for what only the verifier knows",
                cell -> cell.outcome() == Outcome.FALSE_OK && cell.tried().end() == BootedEnd.VERIFIER);
        row("loads, and was said to be refused (**false broken**)", cell -> cell.outcome() == Outcome.FALSE_BROKEN);
        row(
                "conditional, and loads as compiled",
                cell -> cell.outcome() == Outcome.CONDITIONAL && cell.tried().end() == BootedEnd.LOADED);
        row(
                "conditional, and is refused as compiled",
                cell -> cell.outcome() == Outcome.CONDITIONAL && cell.tried().end() != BootedEnd.LOADED);
        row("unknown", cell -> cell.outcome() == Outcome.UNKNOWN);
        StringBuilder row = new StringBuilder("| objects opened or not, as said |");
        for (Column column : columns) {
            Agreement agreement = column.agreement;
            row.append(String.format(
                    Locale.ROOT,
                    " %d of %d |",
                    agreement.openings() - agreement.disputedOpenings().size(),
                    agreement.openings()));
        }
        System.out.println(row + "\n");
    }

    private void causes() {
        head("refused by the kernel or libbpf: said broken / all");
        for (BootedEnd end : BootedEnd.values()) {
            if (end == BootedEnd.LOADED) {
                continue;
            }
            StringBuilder row = new StringBuilder("| " + end.words() + " |");
            long all = 0;
            for (Column column : columns) {
                long such = column.count(cell -> cell.tried().end() == end);
                long said = column.count(cell -> cell.tried().end() == end && cell.outcome() == Outcome.TRUE_BROKEN);
                row.append(" ").append(said).append(" / ").append(such).append(" |");
                all += such;
            }
            if (all > 0) {
                System.out.println(row);
            }
        }
        System.out.println();
    }

    private void misses() {
        head("false ok, by what the kernel said");
        for (KnownMiss miss : KnownMiss.ALL) {
            row(
                    "`" + miss.reason().strip() + "`: " + miss.why(),
                    cell -> cell.outcome() == Outcome.FALSE_OK && miss.equals(KnownMiss.of(cell)));
        }
        row("anything else", cell -> cell.outcome() == Outcome.FALSE_OK && KnownMiss.of(cell) == null);
        System.out.println();
    }

    private void disputes() {
        System.out.println("| kernel | program | what happened | what was said |\n| --- | --- | --- | --- |");
        for (Column column : columns) {
            for (Cell cell : column.agreement.cells()) {
                if (cell.outcome() != Outcome.TRUE_OK && cell.outcome() != Outcome.TRUE_BROKEN) {
                    System.out.println("| " + column.release + " | "
                            + cell.object().source() + " "
                            + cell.object().name() + ": `" + cell.tried().name() + "` | "
                            + (cell.tried().end() == BootedEnd.LOADED
                                    ? "loaded"
                                    : cell.tried().reason()) + " | "
                            + cell.said().code() + (cell.why().isEmpty() ? "" : ": " + cell.why()) + " |");
                }
            }
        }
        System.out.println();
    }
}
