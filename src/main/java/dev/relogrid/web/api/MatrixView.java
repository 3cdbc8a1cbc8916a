package dev.relogrid.web.api;

import dev.relogrid.matrix.analysis.Booted;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One object on many kernels, by columns.
 *
 * @param sha256 of the object's bytes
 * @param headline the answer in one sentence
 * @param engine which version of the engine judged
 * @param judgedAt when it did
 * @param targets the query kernels were chosen by; empty for all
 * @param counts how many kernels have each verdict
 * @param kernels the columns, in the archive's order
 * @param programs the rows
 * @param verdicts for each program one letter for each kernel
 * @param object one letter for each kernel about the object as a whole
 * @param legend what letters mean
 * @param causes what stands in the way, the worst first
 * @param booted what booted kernels said; in a pinned state of the archive left out, because more may come
 */
@Schema(name = "Matrix")
record MatrixView(
        String sha256,
        String name,
        String headline,
        ArchiveView archive,
        String engine,
        Instant judgedAt,
        String targets,
        VerdictCounts counts,
        List<Column> kernels,
        List<ProgramView> programs,
        List<String> verdicts,
        String object,
        Map<String, String> legend,
        List<CauseView> causes,
        List<Booted> booted) {

    /**
     * A kernel.
     *
     * @param version of the package it was taken from, to order and group by; empty when not known
     * @param btf whether its types are known
     */
    @Schema(name = "Column")
    record Column(String id, String version, boolean btf) {}
}
