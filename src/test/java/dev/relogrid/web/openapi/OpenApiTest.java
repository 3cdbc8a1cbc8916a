package dev.relogrid.web.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.fixture.ServiceCalls;
import dev.relogrid.fixture.ServiceTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The description of the interface is the one that is committed, which the dashboard's types are made from;
 * {@code -Dopenapi.update=true} writes it anew.
 */
@ServiceTest
final class OpenApiTest {
    private static final Path COMMITTED = Path.of("frontend/openapi.json");
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final JsonNode document;

    OpenApiTest(@LocalServerPort int port) {
        document = MAPPER.readTree(
                new ServiceCalls(port, null).get("/api/v1/openapi.json").body());
    }

    @Test
    void isTheCommittedOne() throws IOException {
        String generated = MAPPER.writeValueAsString(MAPPER.treeToValue(document, Object.class)) + "\n";
        if (Boolean.getBoolean("openapi.update")) {
            Files.writeString(COMMITTED, generated);
        }
        assertEquals(
                Files.readString(COMMITTED, StandardCharsets.UTF_8),
                generated,
                "the interface changed; -Dopenapi.update=true writes the new description");
    }

    @Test
    void isOpenApi31() {
        assertTrue(document.path("openapi").asString().startsWith("3.1"), document.path("openapi")::asString);
        assertEquals(
                "bearer",
                document.at("/components/securitySchemes/token/scheme").asString());
    }

    @Test
    void everyOperationSaysWhatItIs() {
        Set<String> ids = new TreeSet<>();
        List<String> silent = new ArrayList<>();
        int operations = 0;
        for (JsonNode operation : operations()) {
            operations++;
            String id = operation.path("operationId").asString();
            assertTrue(ids.add(id), () -> "two operations are " + id);
            if (operation.path("summary").asString("").isBlank()) {
                silent.add(id);
            }
            assertEquals(
                    "#/components/schemas/Problem",
                    operation
                            .at("/responses/default/content/application~1problem+json/schema/$ref")
                            .asString(),
                    id);
            assertFalse(operation.path("security").isMissingNode(), id);
        }
        assertTrue(operations >= 5, "there are operations");
        assertEquals(List.of(), silent, "operations without a summary");
    }

    @Test
    void membersAreRequiredUnlessTheyMayBeNull() {
        JsonNode token = document.at("/components/schemas/Token");
        List<String> required =
                token.path("required").valueStream().map(JsonNode::asString).toList();
        assertEquals(List.of("createdAt", "id", "name", "scopes"), required);
        assertEquals(
                List.of("null", "string"),
                token.at("/properties/project/type")
                        .valueStream()
                        .map(JsonNode::asString)
                        .sorted()
                        .toList());
        assertEquals("string", token.at("/properties/name/type").asString());
        assertEquals(
                List.of("read", "upload", "admin"),
                token.at("/properties/scopes/items/enum")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList());
    }

    private List<JsonNode> operations() {
        return document.path("paths")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .toList();
    }
}
