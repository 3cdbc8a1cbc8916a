package dev.relogrid.web.api;

import io.swagger.v3.oas.annotations.media.Schema;

/** A cause; {@code stage} is where it shows. */
@Schema(name = "CauseCode")
public record CauseMeaning(String code, String stage, String meaning) {}
