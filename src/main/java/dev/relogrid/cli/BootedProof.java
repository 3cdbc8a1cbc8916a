package dev.relogrid.cli;

import dev.relogrid.report.look.Style;
import dev.relogrid.report.render.Proof;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** What booted kernels did to an object, beside its report. */
record BootedProof(CheckedObject object, Style style) implements Proof {

    /** None where nobody asked to boot. */
    static Proof of(CheckedObject object, Style style) {
        return object.booted().isEmpty() ? NONE : new BootedProof(object, style);
    }

    @Override
    public String mark(String kernel) {
        BootedCheck check = object.booted(kernel);
        if (check == null) {
            return "";
        }
        String text = (check.isDisputed() ? "!" : style.sign("\u1d5b", "v")) + " booted: "
                + check.cell().text();
        return "  " + (check.isDisputed() ? style.red(text) : style.faint(text));
    }

    @Override
    public List<String> lines() {
        return new CheckBootText(style).lines(object);
    }

    @Override
    public void write(JsonGenerator json) {
        json.writeArrayPropertyStart("booted");
        object.booted().forEach(check -> BootJson.check(json, check));
        json.writeEndArray();
    }
}
