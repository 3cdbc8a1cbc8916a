package dev.relogrid.gate.render;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The schema of SARIF 2.1.0 as OASIS wrote it, which a test dependency carries. */
final class SarifSchema {
    private static final String FILE = "/schema/sarif-schema-2.1.0.json";
    private static final Schema SCHEMA = read();

    private SarifSchema() {}

    private static Schema read() {
        SchemaRegistryConfig strict =
                SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_7, builder -> builder.schemaRegistryConfig(strict));
        try (InputStream file = SarifSchema.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is not on the class path");
            }
            return registry.getSchema(file, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with the document; nothing when it is SARIF. */
    static List<String> errors(String document) {
        return SCHEMA.validate(document, InputFormat.JSON).stream()
                .map(Error::toString)
                .toList();
    }
}
