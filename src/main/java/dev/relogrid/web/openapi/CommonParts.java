package dev.relogrid.web.openapi;

import dev.relogrid.web.problem.ApiProblem;
import dev.relogrid.web.security.AccessRules;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** What every operation has: the form of its errors, and the scope it asks for. */
final class CommonParts implements GlobalOpenApiCustomizer {
    private static final String PROBLEM = "Problem";

    private final AccessRules rules;

    CommonParts(AccessRules rules) {
        this.rules = rules;
    }

    @Override
    public void customise(OpenAPI document) {
        document.getComponents().addSchemas(PROBLEM, problem());
        document.setTags(null);
        if (document.getPaths() != null) {
            document.getPaths()
                    .forEach((path, item) -> item.readOperationsMap()
                            .forEach((method, operation) -> complete(operation, method.name(), path)));
        }
        Map<String, Schema> sorted = new TreeMap<>(document.getComponents().getSchemas());
        document.getComponents().setSchemas(sorted);
    }

    private void complete(Operation operation, String method, String path) {
        ApiResponses responses = operation.getResponses() == null ? new ApiResponses() : operation.getResponses();
        responses.setDefault(new ApiResponse()
                .description("What went wrong")
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)))));
        operation.setResponses(responses);
        rules.scope(method, path)
                .ifPresentOrElse(
                        scope -> {
                            operation.addSecurityItem(token());
                            operation.addExtension("x-scope", scope.text());
                        },
                        () -> operation.security(List.of(new SecurityRequirement(), token())));
    }

    private static SecurityRequirement token() {
        return new SecurityRequirement().addList(OpenApiConfiguration.TOKEN);
    }

    private static Schema<?> problem() {
        Schema<?> code = new StringSchema();
        code.setDescription("tells kinds apart: "
                + String.join(
                        ", ",
                        Arrays.stream(ApiProblem.values()).map(ApiProblem::code).toList()));
        Schema<?> error = new ObjectSchema()
                .addProperty("field", new StringSchema())
                .addProperty("message", new StringSchema())
                .required(List.of("field", "message"));
        return new ObjectSchema()
                .description("An error as RFC 9457 has it")
                .addProperty("type", new StringSchema().format("uri-reference"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema().format("int32"))
                .addProperty("detail", new StringSchema())
                .addProperty("instance", new StringSchema().format("uri-reference"))
                .addProperty("code", code)
                .addProperty("section", new StringSchema())
                .addProperty("offset", new IntegerSchema().format("int64"))
                .addProperty("expected", new StringSchema())
                .addProperty("found", new StringSchema())
                .addProperty("errors", new ArraySchema().items(error))
                .required(List.of("type", "title", "status", "detail", "instance", "code"));
    }
}
