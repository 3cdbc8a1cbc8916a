package dev.relogrid.web.api;

import dev.relogrid.engine.core.AccessSpec;
import dev.relogrid.engine.core.LocalSpec;
import dev.relogrid.engine.core.ReloKind;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Extern;
import dev.relogrid.engine.object.MapDef;
import dev.relogrid.engine.object.MapType;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.Refusal;
import dev.relogrid.engine.object.RelocationRecord;
import dev.relogrid.engine.object.SourceLine;
import dev.relogrid.engine.verdict.ObjectSpecs;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an object is made of, as libbpf would read it.
 *
 * @param byteOrder {@code little} or {@code big}
 * @param hasTypes whether it has BTF
 * @param refusal why libbpf does not even open it; null when it does
 */
@Schema(name = "Inspection")
record InspectView(
        String object,
        String byteOrder,
        boolean hasTypes,
        @Nullable RefusalView refusal,
        List<String> warnings,
        List<Code> programs,
        List<MapView> maps,
        List<ExternView> externs,
        List<RelocationView> relocations) {

    @Schema(name = "Refusal")
    record RefusalView(int errno, String why) {}

    /** A program or sub-program; numbers are of instructions. */
    @Schema(name = "Code")
    record Code(String name, String section, int insnOff, int insnCount, boolean autoload, boolean subprogram) {}

    @Schema(name = "Map")
    record MapView(
            String name,
            long type,
            String typeName,
            long keySize,
            long valueSize,
            long maxEntries,
            long flags,
            boolean internal) {}

    @Schema(name = "Extern")
    record ExternView(String name, String kind, boolean weak) {}

    /** A CO-RE relocation; {@code refusal} says why it has no spec. */
    @Schema(name = "Relocation")
    record RelocationView(
            int number,
            String section,
            long insnOff,
            @Nullable String program,
            String kind,
            @Nullable String spec,
            @Nullable String refusal,
            @Nullable SourceView source) {}

    @Schema(name = "Source")
    record SourceView(String file, int line, int column, String text) {}

    static InspectView of(String name, ObjectSpecs specs) {
        BpfObject object = specs.object();
        Refusal refusal = object.refusal();
        return new InspectView(
                name,
                object.elf().order() == ByteOrder.LITTLE_ENDIAN ? "little" : "big",
                object.btf() != null,
                refusal == null ? null : new RefusalView(refusal.errno(), refusal.why()),
                object.warnings(),
                object.programs().stream().map(InspectView::code).toList(),
                object.maps().stream().map(InspectView::map).toList(),
                object.externs().stream().map(InspectView::extern).toList(),
                object.relocations().stream()
                        .map(record -> relocation(specs, record))
                        .toList());
    }

    private static Code code(Program program) {
        return new Code(
                program.name(),
                program.sectionName(),
                program.insnOff(),
                program.insnCount(),
                program.autoload(),
                program.subprogram());
    }

    private static MapView map(MapDef map) {
        return new MapView(
                map.name(),
                Integer.toUnsignedLong(map.type()),
                MapType.name(map.type()),
                map.keySize(),
                map.valueSize(),
                map.maxEntries(),
                map.flags(),
                map.internal());
    }

    private static ExternView extern(Extern extern) {
        return new ExternView(extern.name(), extern.kind().word().replace('-', '_'), extern.weak());
    }

    private static RelocationView relocation(ObjectSpecs specs, RelocationRecord record) {
        Program program = record.program();
        ReloKind kind = ReloKind.of(record.relo().kind());
        LocalSpec local = specs.specs().get(record.number());
        AccessSpec spec = local.spec();
        return new RelocationView(
                record.number(),
                record.section(),
                Integer.toUnsignedLong(record.relo().insnOff()),
                program == null ? null : program.name(),
                kind == null ? "unknown" : kind.word(),
                spec == null ? null : spec.format(),
                spec == null ? local.refusal() : null,
                source(specs.object().lines().at(record.section(), record.relo().insnOff())));
    }

    private static @Nullable SourceView source(@Nullable SourceLine line) {
        return line == null ? null : new SourceView(line.file(), line.line(), line.column(), line.text());
    }
}
