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

/** Holds our JSON lines for objects on kernels against the oracle's, field by field, and counts. */
final class Comparison {
    private static final List<String> FIELDS = List.of(
            "sec",
            "idx",
            "insn_off",
            "prog",
            "prog_insn",
            "kind",
            "kind_num",
            "local",
            "status",
            "stage",
            "rc",
            "ncands",
            "nmatch",
            "target",
            "orig_val",
            "new_val",
            "poison",
            "validate",
            "memsz",
            "before",
            "after");
    private static final List<String> CANDIDATE_FIELDS = List.of("btf", "id", "kind", "name", "match");
    /** Of a left shift in big-endian types: the oracle follows the byte order it was compiled for. */
    private static final List<String> ORDER_BOUND = List.of("orig_val", "new_val", "after");

    private final List<String> differences = new ArrayList<>();
    private int pairs;
    private int relocations;
    private int unreadable;
    private int crashed;

    /** One sentence for each difference. */
    List<String> differences() {
        return differences;
    }

    int relocations() {
        return relocations;
    }

    int pairs() {
        return pairs;
    }

    /** What was compared, as one sentence. */
    String summary() {
        return pairs + " (object, kernel) pairs with " + relocations + " relocations compared with libbpf: "
                + differences.size() + " differences"
                + (unreadable == 0 ? "" : "; " + unreadable + " pairs whose longer BTF header this libbpf cannot read")
                + (crashed == 0 ? "" : "; " + crashed + " pairs on which libbpf crashed");
    }

    /**
     * @return what became of the object's relocations; empty where libbpf gave no answer to hold against
     */
    List<RelocationResult> compare(String name, byte[] object, Kernel kernel, Oracle.@Nullable Answer answer) {
        if (answer == null) {
            crashed++;
            return List.of();
        }
        if (answer.cannotReadHeader()) {
            unreadable++;
            return List.of();
        }
        pairs++;
        BpfObject parsed = BpfObject.parse(Bytes.of(name, object, ByteOrder.LITTLE_ENDIAN));
        ObjectSpecs specs = ObjectSpecs.of(parsed);
        List<RelocationResult> results = RelocationPass.run(specs, kernel);
        String where = name + " on " + kernel.id();
        open(where, parsed, answer);
        if (results.isEmpty() && ignored(parsed, answer)) {
            return results;
        }
        if (results.size() != answer.relocations().size()) {
            differences.add(where + ": " + results.size() + " relocations, libbpf has "
                    + answer.relocations().size());
            return results;
        }
        RelosFormat format = new RelosFormat(name, kernel.id(), specs);
        boolean bigEndian = isBig(parsed.btf()) || isBig(kernel.vmlinux());
        for (int i = 0; i < results.size(); i++) {
            JsonNode ours = Oracle.read(format.line(results.get(i)));
            compare(where + " #" + i, ours, answer.relocations().get(i), bigEndian);
            relocations++;
        }
        return results;
    }

    /** A .BTF.ext that libbpf ignores: the oracle still lists its records, all of them skipped. */
    private static boolean ignored(BpfObject parsed, Oracle.Answer answer) {
        return !parsed.warnings().isEmpty()
                && answer.relocations().stream()
                        .allMatch(record -> record.path("status").asString().equals("skipped"));
    }

    private static boolean isBig(@Nullable Btf btf) {
        return btf != null && btf.order() == ByteOrder.BIG_ENDIAN;
    }

    private void compare(String where, JsonNode ours, JsonNode theirs, boolean bigEndian) {
        boolean shift = bigEndian && theirs.path("kind").asString().equals("lshift_u64");
        for (String field : FIELDS) {
            if (!(shift && ORDER_BOUND.contains(field)) && !ours.path(field).equals(theirs.path(field))) {
                differences.add(where + " " + field + "\n    ours   " + ours + "\n    libbpf " + theirs);
                return;
            }
        }
        JsonNode candidates = ours.path("cands");
        for (int i = 0; i < candidates.size(); i++) {
            for (String field : CANDIDATE_FIELDS) {
                JsonNode other = theirs.path("cands").path(i);
                if (!candidates.path(i).path(field).equals(other.path(field))) {
                    differences.add(where + " candidate " + i + ": " + candidates.path(i) + ", libbpf has " + other);
                    return;
                }
            }
        }
    }

    private void open(String where, BpfObject parsed, Oracle.Answer answer) {
        boolean refused = answer.result().path("strict_stage").asString().equals("open");
        int ours = parsed.refusal() == null ? 0 : parsed.refusal().errno();
        int theirs = refused ? -answer.result().path("strict_rc").asInt() : 0;
        if (ours != theirs) {
            differences.add(where + ": opening it ends with " + ours + " (" + parsed.refusal() + "), with libbpf "
                    + theirs + " " + answer.result().path("strict_first_warn"));
        }
    }
}
