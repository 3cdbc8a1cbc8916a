package dev.relogrid.engine.verdict;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What the oracle says of a relocation, without the ids that the kernel's types have. */
final class RelocationText {
    private static final List<String> FIELDS = List.of(
            "sec", "insn_off", "kind", "status", "stage", "rc", "ncands", "nmatch", "poison", "validate", "memsz");
    private static final List<String> VALUES = List.of("orig_val", "new_val", "before", "after");

    private RelocationText() {}

    static String withoutIds(JsonNode record) {
        boolean isId = record.path("kind").asString("").equals("target_type_id");
        String values = isId
                ? ""
                : VALUES.stream().map(record::path).map(JsonNode::toString).collect(Collectors.joining(" "));
        return FIELDS.stream().map(record::path).map(JsonNode::toString).collect(Collectors.joining(" ")) + " "
                + values;
    }
}
