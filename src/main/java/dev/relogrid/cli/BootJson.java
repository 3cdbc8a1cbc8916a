package dev.relogrid.cli;

import dev.relogrid.vm.BootReport;
import dev.relogrid.vm.BootReport.Boot;
import dev.relogrid.vm.BootReport.GuestFacts;
import dev.relogrid.vm.BootedProgram;
import dev.relogrid.vm.BootedProgram.Attached;
import dev.relogrid.vm.BootedProgram.VerifierCost;
import dev.relogrid.vm.agreement.Cell;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** What came of booting, for programs; docs/BOOTING.md has the fields. */
final class BootJson {
    private static final int SCHEMA_VERSION = 1;
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private BootJson() {}

    static void print(BootOutcome outcome, PrintWriter out) {
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeNumberProperty("schemaVersion", SCHEMA_VERSION);
            json.writeArrayPropertyStart("kernels");
            outcome.reports().forEach(report -> kernel(json, report));
            json.writeEndArray();
            json.writeObjectPropertyStart("notBooted");
            outcome.leftOut().forEach(json::writeStringProperty);
            json.writeEndObject();
            json.writeArrayPropertyStart("objects");
            outcome.cells().forEach((name, cells) -> object(json, name, cells));
            json.writeEndArray();
            json.writeEndObject();
        }
        out.println();
    }

    private static void kernel(JsonGenerator json, BootReport report) {
        json.writeStartObject();
        json.writeStringProperty("kernel", report.kernel());
        GuestFacts guest = report.guest();
        if (guest != null) {
            json.writeStringProperty("release", guest.release());
            json.writeStringProperty("libbpf", guest.libbpf());
            json.writeStringProperty("accelerator", guest.accelerator());
            json.writeStringProperty("qemu", guest.qemu());
            json.writeNumberProperty("memoryMiB", guest.memoryMiB());
        }
        json.writeArrayPropertyStart("boots");
        for (Boot boot : report.boots()) {
            json.writeStartObject();
            json.writeStringProperty("end", boot.end().name().toLowerCase(Locale.ROOT));
            millis(json, "totalMs", boot.total());
            millis(json, "untilGuestMs", boot.untilGuest());
            millis(json, "untilVerdictMs", boot.untilVerdict());
            json.writeNumberProperty("programs", boot.programs());
            json.writeStringProperty("console", boot.consoleTail());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void millis(JsonGenerator json, String name, @Nullable Duration time) {
        if (time == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, time.toMillis());
        }
    }

    private static void object(JsonGenerator json, String name, List<BootedCell> cells) {
        json.writeStartObject();
        json.writeStringProperty("object", name);
        json.writeArrayPropertyStart("booted");
        cells.forEach(cell -> cell(json, cell));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void cell(JsonGenerator json, BootedCell cell) {
        json.writeStartObject();
        json.writeStringProperty("kernel", cell.kernel());
        json.writeStringProperty("sha256", cell.object().sha256());
        json.writeStringProperty("verdict", cell.word().code());
        json.writeStringProperty("fault", cell.object().fault().name().toLowerCase(Locale.ROOT));
        json.writeNumberProperty("openErrno", cell.object().openErrno());
        json.writeArrayPropertyStart("programs");
        for (BootedProgram program : cell.object().programs()) {
            program(json, program, cell.isCounted(program));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /** What {@code check --boot} found; docs/BOOTING.md. */
    static void check(JsonGenerator json, BootedCheck check) {
        json.writeStartObject();
        json.writeStringProperty("kernel", check.cell().kernel());
        json.writeStringProperty("verdict", check.cell().word().code());
        json.writeStringProperty("said", check.said().code());
        json.writeBooleanProperty("agreed", !check.isDisputed());
        json.writeArrayPropertyStart("disagreements");
        for (Cell cell : check.disputed()) {
            json.writeStartObject();
            json.writeStringProperty("program", cell.program().name());
            json.writeStringProperty("said", cell.said().code());
            json.writeStringProperty("why", cell.why());
            json.writeStringProperty("outcome", cell.program().outcome().name().toLowerCase(Locale.ROOT));
            json.writeStringProperty("reason", cell.program().reason());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void program(JsonGenerator json, BootedProgram program, boolean counted) {
        json.writeStartObject();
        json.writeStringProperty("program", program.name());
        json.writeStringProperty("section", program.section());
        json.writeBooleanProperty("autoload", counted);
        json.writeStringProperty("outcome", program.outcome().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("stage", program.stage().name().toLowerCase(Locale.ROOT));
        json.writeNumberProperty("errno", program.errno());
        json.writeStringProperty("reason", program.reason());
        json.writeNumberProperty("insns", program.insns());
        VerifierCost cost = program.cost();
        if (cost != null) {
            json.writeNumberProperty("insnsProcessed", cost.insnsProcessed());
            json.writeNumberProperty("insnsLimit", cost.limit());
            json.writeNumberProperty("verificationMicros", cost.micros());
        }
        Attached attached = program.attached();
        if (attached != null) {
            json.writeNumberProperty("attachErrno", attached.errno());
            json.writeStringProperty("attachSaid", attached.said());
        }
        json.writeEndObject();
    }
}
