package dev.relogrid.web.page;

import dev.relogrid.web.page.Table.Field;

/** What was predicted against what booted kernels did, in words. */
final class AgreementSheet {
    private AgreementSheet() {}

    static Sheet of(Told told) {
        Told counts = told.at("counts");
        if (counts.number("programs") == 0) {
            return Sheet.of("No kernel was booted yet; a run of the kind boot does (docs/API.md, Runs).");
        }
        long right = counts.number("trueOk") + counts.number("trueBroken");
        long wrong = counts.number("falseOk") + counts.number("falseBroken");
        String headline = "Booted kernels agree with " + right + " of " + Told.count(right + wrong, "prediction") + "; "
                + (counts.number("conditional") + counts.number("unknown")) + " more were tried without one, "
                + counts.text("noTrial") + " could not be tried.";
        Table wrongs = Table.of(
                        told.list("disagreements"),
                        Field.text("Program", one -> one.text("program")),
                        Field.text("Object", one -> one.text("object")),
                        Field.text("Kernel", one -> one.text("kernel")),
                        Field.text("Predicted", one -> one.text("predicted")),
                        Field.text("Happened", one -> one.text("outcome")),
                        Field.text("It said", one -> one.text("detail")))
                .titled("Predictions that were wrong");
        Table kernels = Table.of(
                        told.list("kernels"),
                        Field.text("Kernel", one -> one.text("kernel")),
                        Field.number("Loads, as predicted", one -> one.text("counts/trueOk")),
                        Field.number("Breaks, as predicted", one -> one.text("counts/trueBroken")),
                        Field.number("False ok", one -> one.text("counts/falseOk")),
                        Field.number("False broken", one -> one.text("counts/falseBroken")))
                .titled("By kernel");
        return Sheet.of(headline, wrongs, kernels).goingOn(told);
    }
}
