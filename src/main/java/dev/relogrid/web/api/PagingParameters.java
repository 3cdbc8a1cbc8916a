package dev.relogrid.web.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes what {@link Paging} is read from. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = "cursor",
        in = ParameterIn.QUERY,
        description = "The nextCursor of the part before; the first part when left out.",
        schema = @Schema(type = "string"))
@Parameter(
        name = "limit",
        in = ParameterIn.QUERY,
        description = "At most so many rows.",
        schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "100"))
public @interface PagingParameters {}
