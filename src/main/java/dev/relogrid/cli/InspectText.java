package dev.relogrid.cli;

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
import dev.relogrid.report.look.Printable;
import dev.relogrid.report.look.Style;
import dev.relogrid.report.look.Wrapped;
import java.io.PrintWriter;
import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an object holds, for people: tables, and the relocations under the source lines they come from. */
final class InspectText {
    private static final String NO_TYPES =
            "It carries no types (.BTF): compile it with clang -g -O2 -target bpf to have its accesses relocated.";
    private static final String NO_RELOCATIONS =
            "It makes no assumptions about the layout of kernel types: there is nothing to relocate.";

    private final Style style;
    private final PrintWriter out;

    InspectText(Style style, PrintWriter out) {
        this.style = style;
        this.out = out;
    }

    void print(String name, ObjectSpecs specs) {
        BpfObject object = specs.object();
        String order = object.elf().order() == ByteOrder.LITTLE_ENDIAN ? "little-endian" : "big-endian";
        out.println(style.bold(Printable.text(name)) + ": an eBPF object, " + order);
        Refusal refusal = object.refusal();
        if (refusal != null) {
            sentence(style.red(style.sign("✗", "X")) + " ", "libbpf refuses to open it: " + refusal.why());
        }
        object.warnings().forEach(warning -> sentence(style.yellow(style.sign("△", "!")) + " ", warning));
        programs(
                "Programs",
                object.programs().stream()
                        .filter(program -> !program.subprogram())
                        .toList());
        programs(
                "Sub-programs",
                object.programs().stream().filter(Program::subprogram).toList());
        maps(object.maps());
        externs(object.externs());
        relocations(specs);
    }

    private void sentence(String sign, String text) {
        out.println();
        List<String> lines = Wrapped.words(Printable.text(text), style.width() - 4);
        for (int i = 0; i < lines.size(); i++) {
            out.println("  " + (i == 0 ? sign : sign.isEmpty() ? "" : "  ") + lines.get(i));
        }
    }

    private void heading(String what, int count) {
        out.println();
        out.println(style.bold(what) + " (" + count + ")");
    }

    private void programs(String what, List<Program> programs) {
        if (programs.isEmpty()) {
            return;
        }
        heading(what, programs.size());
        Table table = new Table(List.of("NAME", "SECTION", "INSNS", ""), List.of("INSNS"));
        for (Program program : programs) {
            table.add(
                    program.name(),
                    program.sectionName(),
                    Integer.toString(program.insnCount()),
                    program.autoload() ? "" : "not loaded unless asked for");
        }
        table.print(out, style);
    }

    private void maps(List<MapDef> maps) {
        if (maps.isEmpty()) {
            return;
        }
        heading("Maps", maps.size());
        Table table = new Table(
                List.of("NAME", "TYPE", "KEY", "VALUE", "ENTRIES", "FLAGS", ""),
                List.of("KEY", "VALUE", "ENTRIES", "FLAGS"));
        for (MapDef map : maps) {
            table.add(
                    map.name(),
                    MapType.name(map.type()),
                    Long.toString(map.keySize()),
                    Long.toString(map.valueSize()),
                    Long.toString(map.maxEntries()),
                    map.flags() == 0 ? "" : "0x" + Long.toHexString(map.flags()),
                    map.internal() ? "a data section" : "");
        }
        table.print(out, style);
    }

    private void externs(List<Extern> externs) {
        if (externs.isEmpty()) {
            return;
        }
        heading("Externs", externs.size());
        Table table = new Table(List.of("NAME", "KIND", ""), List.of());
        for (Extern extern : externs) {
            table.add(extern.name(), extern.kind().word(), extern.weak() ? "weak" : "");
        }
        table.print(out, style);
    }

    private void relocations(ObjectSpecs specs) {
        List<RelocationRecord> records = specs.object().relocations();
        if (records.isEmpty()) {
            sentence("", specs.object().btf() == null ? NO_TYPES : NO_RELOCATIONS);
            return;
        }
        heading("Relocations", records.size());
        int digits = Integer.toString(records.size() - 1).length();
        RelocationRecord before = null;
        for (RelocationRecord record : records) {
            if (before == null || !place(before).equals(place(record))) {
                out.println("  " + place(record));
            }
            SourceLine line = line(specs, record);
            if (line != null && (before == null || !line.equals(line(specs, before)))) {
                out.println("    " + style.faint(Printable.text(where(line) + "  " + line.text())));
            }
            String number = "#" + record.number();
            out.println("      " + " ".repeat(digits + 1 - number.length()) + number + " " + insn(record) + "  "
                    + Printable.text(spec(record, specs.specs().get(record.number()))));
            before = record;
        }
    }

    private static @Nullable SourceLine line(ObjectSpecs specs, RelocationRecord record) {
        return specs.object().lines().at(record.section(), record.relo().insnOff());
    }

    private static String where(SourceLine line) {
        return line.file().substring(line.file().lastIndexOf('/') + 1) + ":" + line.line();
    }

    private String place(RelocationRecord record) {
        Program program = record.program();
        String owner = program == null ? "(in no program)" : program.name();
        return Printable.text(record.section() + "  " + owner);
    }

    private static String insn(RelocationRecord record) {
        long slot = record.program() == null ? record.relo().insnOff() >>> 3 : record.programInsn();
        return "insn " + slot;
    }

    private static String spec(RelocationRecord record, LocalSpec local) {
        AccessSpec spec = local.spec();
        if (spec != null) {
            return spec.format();
        }
        ReloKind kind = ReloKind.of(record.relo().kind());
        String word = kind == null ? Integer.toUnsignedString(record.relo().kind()) : kind.word();
        return "<" + word + "> libbpf refuses it: " + local.refusal();
    }
}
