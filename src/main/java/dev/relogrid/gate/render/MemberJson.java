package dev.relogrid.gate.render;

import dev.relogrid.gate.Baseline;
import dev.relogrid.gate.Delta;
import dev.relogrid.gate.Member;
import dev.relogrid.gate.Shift;
import dev.relogrid.policy.FailingCause;
import dev.relogrid.policy.Ignore;
import dev.relogrid.policy.IgnoredCause;
import dev.relogrid.policy.KernelStanding;
import dev.relogrid.policy.Tally;
import dev.relogrid.report.CauseKey;
import dev.relogrid.report.Sighting;
import dev.relogrid.report.Subject.ProgramName;
import dev.relogrid.report.render.JsonReport;
import dev.relogrid.report.render.Proof;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** What the policy, and what was before, make of a member, written into its report. */
final class MemberJson implements Proof {
    private final Member member;
    private final Proof besides;
    private final Map<String, KernelStanding> standings = new HashMap<>();
    private final Map<String, Set<String>> failing;

    /** @param besides writes its own properties first */
    MemberJson(Member member, Proof besides) {
        this.member = member;
        this.besides = besides;
        this.failing = Baseline.failing(member.report(), member.verdict());
        member.verdict().kernels().forEach(kernel -> standings.put(kernel.kernel(), kernel));
    }

    @Override
    public String mark(String kernel) {
        return besides.mark(kernel);
    }

    @Override
    public List<String> lines() {
        return besides.lines();
    }

    @Override
    public void write(JsonGenerator json) {
        besides.write(json);
        json.writeStringProperty("outcome", member.outcome().code());
        tally(json, "required", member.verdict().required());
        tally(json, "watched", member.verdict().watched());
        programs(json);
        notJudged(json);
        causes(json);
        expired(json);
        JsonReport.strings(json, "problems", member.verdict().problems());
        JsonReport.strings(json, "notes", member.verdict().notes());
        delta(json);
    }

    @Override
    public void write(JsonGenerator json, String kernel) {
        besides.write(json, kernel);
        KernelStanding standing = standings.get(kernel);
        if (standing != null) {
            standing(json, standing);
            List<String> names = new ArrayList<>(failing.getOrDefault(kernel, Set.of()));
            names.sort(null);
            JsonReport.strings(json, "failingPrograms", names);
        }
    }

    @Override
    public void write(JsonGenerator json, Sighting cause) {
        besides.write(json, cause);
        json.writeStringProperty(
                "fingerprint", CauseKey.of(member.report(), cause).fingerprint());
        if (member.delta() != null) {
            json.writeBooleanProperty("new", member.delta().newCauses().contains(cause.cause()));
        }
    }

    static void tally(JsonGenerator json, String name, Tally tally) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("pass", tally.pass());
        json.writeNumberProperty("warn", tally.warn());
        json.writeNumberProperty("fail", tally.fail());
        json.writeNumberProperty("aside", tally.aside());
        json.writeEndObject();
    }

    static void shifts(JsonGenerator json, String name, Map<Shift, Integer> counts) {
        json.writeObjectPropertyStart(name);
        for (Shift shift : Shift.values()) {
            json.writeNumberProperty(shift.code(), counts.getOrDefault(shift, 0));
        }
        json.writeEndObject();
    }

    private void standing(JsonGenerator json, KernelStanding standing) {
        json.writeStringProperty("role", standing.role().code());
        json.writeStringProperty("standing", standing.standing().code());
        Shift shift = member.delta() == null ? null : member.delta().kernels().get(standing.kernel());
        if (shift != null) {
            json.writeStringProperty("shift", shift.code());
        }
    }

    private void programs(JsonGenerator json) {
        json.writeArrayPropertyStart("programs");
        for (ProgramName program : member.report().subject().programs()) {
            json.writeStartObject();
            json.writeStringProperty("program", program.name());
            json.writeStringProperty("section", program.section());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void notJudged(JsonGenerator json) {
        Set<String> judged = new HashSet<>(member.report().kernels());
        json.writeArrayPropertyStart("notJudged");
        for (KernelStanding kernel : member.verdict().kernels()) {
            if (!judged.contains(kernel.kernel())) {
                json.writeStartObject();
                json.writeStringProperty("kernel", kernel.kernel());
                standing(json, kernel);
                json.writeEndObject();
            }
        }
        json.writeEndArray();
    }

    private void causes(JsonGenerator json) {
        json.writeArrayPropertyStart("failing");
        for (FailingCause cause : member.verdict().failing()) {
            json.writeStartObject();
            if (cause.cause() >= 0) {
                json.writeNumberProperty("cause", cause.cause());
            }
            if (cause.code() != null) {
                json.writeStringProperty("code", cause.code().name());
            }
            json.writeStringProperty("what", cause.what());
            JsonReport.strings(json, "kernels", cause.kernels());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("ignored");
        for (IgnoredCause cause : member.verdict().ignored()) {
            json.writeStartObject();
            json.writeNumberProperty("cause", cause.cause());
            json.writeStringProperty("code", cause.code().name());
            json.writeStringProperty("what", cause.what());
            json.writeStringProperty("until", cause.by().until().toString());
            json.writeStringProperty("reason", cause.by().reason());
            JsonReport.strings(json, "kernels", cause.kernels());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void expired(JsonGenerator json) {
        json.writeArrayPropertyStart("expired");
        for (Ignore entry : member.verdict().expired()) {
            json.writeStartObject();
            json.writeStringProperty("subject", entry.subject());
            json.writeStringProperty("until", entry.until().toString());
            json.writeStringProperty("reason", entry.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void delta(JsonGenerator json) {
        Delta delta = member.delta();
        if (delta == null) {
            return;
        }
        json.writeObjectPropertyStart("delta");
        json.writeBooleanProperty("isNew", delta.isNew());
        JsonReport.strings(json, "broke", delta.broke());
        shifts(json, "counts", delta.counts());
        json.writeArrayPropertyStart("newCauses");
        delta.newCauses().stream().sorted().forEach(json::writeNumber);
        json.writeEndArray();
        json.writeEndObject();
    }
}
