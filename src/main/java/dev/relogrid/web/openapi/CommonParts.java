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
    @SuppressWarnings("rawtypes") // as the library's own methods have it
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
        responses.addApiResponse(
                ApiResponses.DEFAULT,
                new ApiResponse()
                        .description("What went wrong")
                        .content(new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType()
                                                .schema(new Schema<>().$ref("#/components/schemas/" + PROBLEM)))));
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
        Schema<?> error = new ObjectSchema();
        error.addProperty("field", new StringSchema());
        error.addProperty("message", new StringSchema());
        error.setRequired(List.of("field", "message"));
        Schema<?> problem = new ObjectSchema();
        problem.setDescription("An error as RFC 9457 has it");
        problem.addProperty("type", new StringSchema().format("uri-reference"));
        problem.addProperty("title", new StringSchema());
        problem.addProperty("status", new IntegerSchema().format("int32"));
        problem.addProperty("detail", new StringSchema());
        problem.addProperty("instance", new StringSchema().format("uri-reference"));
        problem.addProperty("code", code);
        problem.addProperty("section", new StringSchema());
        problem.addProperty("offset", new IntegerSchema().format("int64"));
        problem.addProperty("expected", new StringSchema());
        problem.addProperty("found", new StringSchema());
        problem.addProperty("errors", new ArraySchema().items(error));
        problem.setRequired(List.of("type", "title", "status", "detail", "instance", "code"));
        return problem;
    }
}
