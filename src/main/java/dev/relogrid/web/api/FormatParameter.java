package dev.relogrid.web.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes {@code ?format=}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = "format",
        in = ParameterIn.QUERY,
        description = "Which representation, where a link cannot have the header Accept.",
        schema =
                @Schema(
                        type = "string",
                        allowableValues = {"json", "markdown", "text", "sarif", "csv"}))
@interface FormatParameter {}
