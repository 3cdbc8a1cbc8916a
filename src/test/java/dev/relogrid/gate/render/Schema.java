package dev.relogrid.gate.render;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The published schema of reports, as others read it and as we have to keep it. */
final class Schema {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final com.networknt.schema.Schema schema;

    private Schema(JsonNode schema) {
        this.schema = REGISTRY.getSchema(schema);
    }

    static ObjectNode published() {
        try {
            return (ObjectNode) JSON.readTree(Files.readString(Path.of("docs/schema/report.schema.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes what later programs may add. */
    static Schema tolerant() {
        return new Schema(published());
    }

    /** Takes nothing that is not listed: what this program writes has to be. */
    static Schema strict() {
        ObjectNode schema = published();
        schema.put("$id", "urn:relogrid:report:2:strict");
        ObjectNode parts = (ObjectNode) schema.path("$defs");
        parts.put("laterWord", false);
        parts.put("laterField", false);
        return new Schema(schema);
    }

    /** What is wrong with a document; nothing where it is valid. */
    List<String> errors(JsonNode document) {
        return schema.validate(document).stream().map(Object::toString).toList();
    }
}
