package dev.relogrid.web.page;

import dev.relogrid.web.page.Table.Field;
import java.util.List;

/** Kernels and the archive in words. */
final class KernelSheets {
    private KernelSheets() {}

    static Sheet all(Told told) {
        List<Told> kernels = told.list("kernels");
        String query = told.text("query");
        String headline = Told.count(kernels.size(), "kernel")
                + (query.isEmpty() ? " of the archive" : " that " + query + " means")
                + (told.has("nextCursor") ? ", and more." : ".");
        return Sheet.of(
                        headline,
                        Table.of(
                                kernels,
                                Field.text("Kernel", kernel -> kernel.text("id")),
                                Field.text("Package", kernel -> kernel.text("version")),
                                Field.text("BTF", kernel -> yes(kernel, "btf")),
                                Field.number("Modules", kernel -> kernel.text("modules")),
                                Field.text("Config", kernel -> yes(kernel, "config")),
                                Field.text("Booted", kernel -> yes(kernel, "measured"))))
                .goingOn(told);
    }

    private static String yes(Told kernel, String what) {
        return kernel.is(what) ? "yes" : "no";
    }

    static Sheet one(Told told) {
        Told kernel = told.at("kernel");
        Told counts = told.at("counts");
        long broken = counts.number("broken");
        String headline = kernel.text("id") + ": "
                + (broken == 0
                        ? "no current object breaks on it."
                        : Told.count(broken, "current object") + (broken == 1 ? " breaks" : " break") + " on it.");
        Table facts = Table.facts(
                "package", kernel.text("version"),
                "taken from", told.texts("source", ", "),
                "BTF", kernel.is("btf") ? "yes" : "no: " + kernel.text("noBtf"),
                "modules with BTF", kernel.text("modules"),
                "symbols", yes(kernel, "symbols"),
                "configuration", yes(kernel, "config"),
                "booted", yes(kernel, "measured"),
                "damaged", kernel.texts("quarantine", "; "));
        Table verdicts = Table.facts(
                        "relocates", counts.text("ok"),
                        "guarded", counts.text("guarded"),
                        "conditional", counts.text("conditional"),
                        "changed", counts.text("changed"),
                        "breaks", counts.text("broken"),
                        "unknown", counts.text("unknown"),
                        "no BTF", counts.text("noBtf"))
                .titled("Current objects by verdict");
        Table objects = Table.of(
                        told.list("broken"),
                        Field.text("Object", object -> object.digest("sha256")),
                        Field.text("Name", object -> object.text("name")),
                        Field.text("Why", object -> object.text("reason")))
                .titled("What breaks");
        return Sheet.of(headline, facts, verdicts, objects).goingOn(told);
    }

    static Sheet targets(Told told) {
        String headline = told.text("query") + " means " + told.text("count") + " of "
                + Told.count(told.number("all"), "kernel") + ".";
        return Sheet.of(headline, Table.of(told.list("kernels"), Field.text("Kernel", Told::text)));
    }

    static Sheet archive(Told told) {
        String headline = "The archive has " + Told.count(told.number("kernels"), "kernel") + "; the types of "
                + told.text("withBtf") + " are known.";
        Table facts = Table.facts(
                "state", told.digest("archive/digest"),
                "since", told.time("archive/date"),
                "with BTF", told.text("withBtf"),
                "with modules", told.text("withModules"),
                "with symbols", told.text("withSymbols"),
                "with configuration", told.text("withConfig"),
                "booted, or stood for", told.text("measured"),
                "damaged packs", told.texts("damagedPacks", ", "),
                "measurements not used", told.text("damagedMeasurements"));
        return Sheet.of(
                headline,
                facts,
                faults(told.list("noBtf")).titled("Without BTF"),
                faults(told.list("quarantine")).titled("Damaged, and not used"));
    }

    private static Table faults(List<Told> faults) {
        return Table.of(
                faults,
                Field.text("Kernel", fault -> fault.text("kernel")),
                Field.text("Why", fault -> fault.text("what")));
    }
}
