package dev.relogrid.web.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes what {@link Asked} is read from. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        name = "targets",
        in = ParameterIn.QUERY,
        description = "Which kernels, in the language of docs/QUERIES.md; all when left out.",
        example = "debian and amd64",
        schema = @Schema(type = "string"))
@Parameter(
        name = "archive",
        in = ParameterIn.QUERY,
        description = "An earlier state of the archive: a day (2026-11-20), a time, or at least 8 digits of a digest."
                + " Other parameters: set.NAME=VALUE presets a .rodata variable,"
                + " autoload.PROGRAM=on|off switches a program.",
        schema = @Schema(type = "string"))
@interface AskedParameters {}
