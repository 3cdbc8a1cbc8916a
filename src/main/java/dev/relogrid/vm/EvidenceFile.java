package dev.relogrid.vm;

import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.vm.BootReport.GuestFacts;
import dev.relogrid.vm.BootedObject.FixedMap;
import dev.relogrid.vm.BootedProgram.Attached;
import dev.relogrid.vm.BootedProgram.Outcome;
import dev.relogrid.vm.BootedProgram.VerifierCost;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The form of one file of evidence; docs/EVIDENCE.md describes it. Logs are ranges of the blob beside it.
 *
 * @param logs name of the blob, null when there are no logs
 * @param logBytes how many it has unpacked
 */
record EvidenceFile(
        int schemaVersion,
        String kernel,
        Map<String, String> presets,
        Map<String, Boolean> autoload,
        String recorded,
        GuestFacts guest,
        ObjectRow object,
        @Nullable String logs,
        int logBytes) {
    static final int SCHEMA = 1;
    private static final int MAX_BYTES = 64 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(16)
                            .maxStringLength(8 << 20)
                            .maxDocumentLength(MAX_BYTES)
                            .build())
                    .build())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    EvidenceFile {
        if (schemaVersion != SCHEMA) {
            throw new IllegalArgumentException("schemaVersion " + schemaVersion + ", this program reads " + SCHEMA);
        }
        Objects.requireNonNull(kernel, "kernel");
        presets = Map.copyOf(presets);
        autoload = Map.copyOf(autoload);
        Objects.requireNonNull(recorded, "recorded");
        Objects.requireNonNull(guest, "guest");
        Objects.requireNonNull(object, "object");
    }

    /** One object; see {@link BootedObject}. */
    record ObjectRow(
            String name,
            String sha256,
            int openErrno,
            String openSaid,
            List<FixedMap> fixedMaps,
            List<ProgramRow> programs,
            BootEnd fault) {
        ObjectRow {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(sha256, "sha256");
            Objects.requireNonNull(openSaid, "openSaid");
            fixedMaps = List.copyOf(fixedMaps);
            programs = List.copyOf(programs);
            Objects.requireNonNull(fault, "fault");
        }
    }

    /** One program; see {@link BootedProgram}. */
    record ProgramRow(
            String name,
            String section,
            Outcome outcome,
            GuestStage stage,
            int errno,
            String reason,
            int insns,
            @Nullable VerifierCost cost,
            @Nullable Attached attached,
            @Nullable LogRow verifierLog,
            @Nullable LogRow libbpf) {
        ProgramRow {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(section, "section");
            Objects.requireNonNull(outcome, "outcome");
            Objects.requireNonNull(stage, "stage");
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** A log of {@code total} bytes: {@code head} and then {@code tail} bytes of it start at {@code at} in the blob. */
    record LogRow(long total, int at, int head, int tail) {
        LogRow {
            if (at < 0 || head < 0 || tail < 0 || total < (long) head + tail) {
                throw new IllegalArgumentException(
                        "a log of " + total + " bytes with " + head + " + " + tail + " kept");
            }
        }
    }

    /** The logs of an object one after the other, and where each of them went. */
    static final class Gatherer {
        final StringBuilder text = new StringBuilder();

        ObjectRow row(BootedObject object) {
            List<ProgramRow> rows = new ArrayList<>();
            for (BootedProgram program : object.programs()) {
                rows.add(new ProgramRow(
                        program.name(),
                        program.section(),
                        program.outcome(),
                        program.stage(),
                        program.errno(),
                        program.reason(),
                        program.insns(),
                        program.cost(),
                        program.attached(),
                        row(program.verifierLog()),
                        row(program.libbpf())));
            }
            return new ObjectRow(
                    object.name(),
                    object.sha256(),
                    object.openErrno(),
                    object.openSaid(),
                    object.fixedMaps(),
                    rows,
                    object.fault());
        }

        private @Nullable LogRow row(@Nullable GuestLog log) {
            if (log == null) {
                return null;
            }
            int at = text.length();
            text.append(log.head()).append(log.tail());
            return new LogRow(log.total(), at, log.head().length(), log.tail().length());
        }
    }

    byte[] json() {
        return MAPPER.writeValueAsBytes(this);
    }

    /** @throws MalformedInput when it is not such a file */
    static EvidenceFile parse(String name, byte[] json) {
        try {
            EvidenceFile file = MAPPER.readValue(json, EvidenceFile.class);
            if (file == null) {
                throw new MalformedInput(name, 0, "evidence", "null");
            }
            return file;
        } catch (JacksonException e) {
            throw new MalformedInput(name, 0, "evidence", e.getOriginalMessage());
        }
    }

    /** @param text of the blob; null leaves the logs empty */
    BootedObject object(@Nullable String text) {
        List<BootedProgram> programs = new ArrayList<>();
        for (ProgramRow row : object.programs) {
            programs.add(new BootedProgram(
                    row.name,
                    row.section,
                    row.outcome,
                    row.stage,
                    row.errno,
                    row.reason,
                    row.insns,
                    row.cost,
                    row.attached,
                    log(row.verifierLog, text),
                    log(row.libbpf, text)));
        }
        return new BootedObject(
                object.name,
                object.sha256,
                object.openErrno,
                object.openSaid,
                object.fixedMaps,
                List.copyOf(programs),
                object.fault);
    }

    private static @Nullable GuestLog log(@Nullable LogRow row, @Nullable String text) {
        if (row == null) {
            return null;
        }
        if (text == null) {
            return new GuestLog(row.total, "", "");
        }
        if ((long) row.at + row.head + row.tail > text.length()) {
            throw new MalformedInput("logs", row.at, (row.head + row.tail) + " bytes", "the end at " + text.length());
        }
        int middle = row.at + row.head;
        return new GuestLog(row.total, text.substring(row.at, middle), text.substring(middle, middle + row.tail));
    }
}
