package dev.relogrid.web.openapi;

import dev.relogrid.web.security.AccessRules;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import java.util.Locale;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.StringUtils;
import org.springframework.web.method.HandlerMethod;

/** The parts of the description that no controller writes. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    static final String TOKEN = "token";

    @Bean
    OpenAPI openApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Relogrid")
                        .version("v1")
                        .description("Decides whether a compiled eBPF object loads on archived kernels. Additive within"
                                + " v1: tolerate members and enumeration values you do not know. Errors are"
                                + " application/problem+json with a stable code.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .servers(List.of(new Server().url("/").description("this service")))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("A token of this service, or a JWT of the identity provider it"
                                                + " is configured with")));
    }

    @Bean
    GlobalOperationCustomizer namesOfOperations() {
        return OpenApiConfiguration::name;
    }

    @Bean
    GlobalOpenApiCustomizer whatAllHaveInCommon(AccessRules rules) {
        return new CommonParts(rules);
    }

    @Bean
    RequiredMembers requiredMembers() {
        return new RequiredMembers();
    }

    /** Ids like {@code tokensCreate}: of controller and method, so that a new endpoint never renames an old one. */
    private static Operation name(Operation operation, HandlerMethod method) {
        String noun = method.getBeanType().getSimpleName().replaceFirst("(Controller|Endpoint)$", "");
        io.swagger.v3.oas.annotations.Operation said = AnnotatedElementUtils.findMergedAnnotation(
                method.getMethod(), io.swagger.v3.oas.annotations.Operation.class);
        if (said == null || said.operationId().isEmpty()) {
            operation.setOperationId(StringUtils.uncapitalize(noun)
                    + StringUtils.capitalize(method.getMethod().getName()));
        }
        if (!AnnotatedElementUtils.hasAnnotation(method.getBeanType(), Tag.class)) {
            operation.setTags(List.of(noun.toLowerCase(Locale.ROOT)));
        }
        return operation;
    }
}
