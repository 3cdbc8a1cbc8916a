package dev.relogrid.cli;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.verdict.ObjectSpecs;
import dev.relogrid.engine.verdict.RelocationPass;
import dev.relogrid.engine.verdict.RelocationResult;
import dev.relogrid.fixture.Oracle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Holds our JSON lines for one object on one kernel against the oracle's, field by field. */
final class Comparison {
    private static final List<String> FIELDS = List.of(
            "sec", "idx", "insn_off", "prog", "prog_insn", "kind", "kind_num", "local", "status", "stage", "rc",
            "ncands", "nmatch", "target", "orig_val", "new_val", "poison", "validate", "memsz", "before", "after");
    /** For these the oracle follows the byte order it was compiled for instead of the target's. */
    private static final List<String> ORDER_BOUND = List.of("orig_val", "new_val", "after");

    private final List<String> differences = new ArrayList<>();
    private int relocations;

    /** One sentence for each difference. */
    List<String> differences() {
        return differences;
    }

    /** How many relocations were held against each other. */
    int relocations() {
        return relocations;
    }

    void compare(String name, byte[] object, Kernel kernel, Oracle.Answer answer) {
        BpfObject parsed = BpfObject.parse(Bytes.of(name, object, ByteOrder.LITTLE_ENDIAN));
        ObjectSpecs specs = ObjectSpecs.of(parsed);
        RelosFormat format = new RelosFormat(name, kernel.id(), specs);
        List<RelocationResult> results = RelocationPass.run(specs, kernel);
        String where = name + " on " + kernel.id();
        if (results.size() != answer.relocations().size()) {
            differences.add(where + ": " + results.size() + " relocations, libbpf has "
                    + answer.relocations().size());
            return;
        }
        boolean bigEndian = isBig(parsed.btf()) || isBig(kernel.vmlinux());
        for (int i = 0; i < results.size(); i++) {
            JsonNode ours = Oracle.read(format.line(results.get(i)));
            compare(where + " #" + i, ours, answer.relocations().get(i), bigEndian);
            relocations++;
        }
        refusal(where, parsed, answer);
    }

    private static boolean isBig(@Nullable Btf btf) {
        return btf != null && btf.order() == ByteOrder.BIG_ENDIAN;
    }

    private void compare(String where, JsonNode ours, JsonNode theirs, boolean bigEndian) {
        boolean shift = bigEndian && theirs.path("kind").asString().equals("lshift_u64");
        for (String field : FIELDS) {
            if (shift && ORDER_BOUND.contains(field)) {
                continue;
            }
            if (!ours.path(field).equals(theirs.path(field))) {
                differences.add(where + " " + field + ": " + ours.path(field) + ", libbpf has " + theirs.path(field)
                        + "\n    ours " + ours + "\n    libbpf " + theirs);
                return;
            }
        }
        JsonNode candidates = ours.path("cands");
        for (int i = 0; i < candidates.size(); i++) {
            for (String field : List.of("btf", "id", "kind", "name", "match")) {
                if (!candidates.path(i).path(field).equals(theirs.path("cands").path(i).path(field))) {
                    differences.add(where + " candidate " + i + ": " + candidates.path(i) + ", libbpf has "
                            + theirs.path("cands").path(i));
                    return;
                }
            }
        }
    }

    private void refusal(String where, BpfObject parsed, Oracle.Answer answer) {
        boolean refused = answer.result().path("strict_stage").asString().equals("open");
        int errno = parsed.refusal() == null ? 0 : parsed.refusal().errno();
        int theirs = refused ? -answer.result().path("strict_rc").asInt() : 0;
        if (errno != theirs) {
            differences.add(where + ": opening it ends with " + errno + " (" + parsed.refusal() + "), with libbpf " + theirs
                    + " " + answer.result().path("strict_first_warn"));
        }
    }
}
