package dev.relogrid.web.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes what {@link Answers#queued} answers. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "202",
        description = "It takes longer; Location is a run that can be followed.",
        content = @Content(mediaType = "application/json", schema = @Schema(implementation = Answers.RunLink.class)))
@interface QueuedResponse {}
