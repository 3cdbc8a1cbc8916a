package dev.relogrid.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What stands in the way, all kernels together.
 *
 * @param sha256 of the object's bytes
 * @param about what was asked for, in words
 * @param kernels those that were asked about; the ranges in causes are places among them
 * @param programs what the numbers in causes are places in
 * @param causes none when it is in the way nowhere
 * @param text the same for people, as relogrid explain prints it
 */
@Schema(name = "Explanation")
record ExplanationView(
        String sha256,
        String about,
        ArchiveView archive,
        List<String> kernels,
        List<ProgramView> programs,
        List<CauseView> causes,
        String text) {}
