package dev.relogrid.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@link dev.relogrid.report.history.HistoryJson} writes, for those who read it.
 *
 * @param question in the one way to write it
 * @param present how many kernels have it
 * @param answers every different answer; lines and kernels refer to their places in this list
 * @param lines all lines of kernels together first, which has no name, then one by one
 * @param kernels which answer each gave; those that could not be read are left out
 */
@Schema(name = "History")
record HistoryView(
        int schemaVersion,
        String question,
        int present,
        List<AnswerView> answers,
        List<LineView> lines,
        List<KernelAnswer> kernels) {

    /**
     * An answer.
     *
     * @param status {@code present}, {@code absent}, {@code inlined} or {@code unknown}
     * @param label in a word or two
     * @param text what is there, as C, or why it is not known
     * @param similar what is there instead and looks like it, as C
     * @param module the module it is of; null for none
     * @param kernels how many gave it
     */
    @Schema(name = "HistoryAnswer")
    record AnswerView(
            String status,
            String label,
            String text,
            List<String> similar,
            @Nullable String module,
            int kernels) {}

    /**
     * A line of kernels.
     *
     * @param line distribution, suite and machine; null for all together
     * @param flavours whose history it is; none where all of the line have one
     * @param segments oldest first
     */
    @Schema(name = "HistoryLine")
    record LineView(@Nullable String line, List<String> flavours, List<SegmentView> segments) {}

    /** Neighbouring versions with the same answers, which are places in the list of them. */
    @Schema(name = "HistorySegment")
    record SegmentView(List<Integer> answers, String first, String last) {}

    /** A kernel and the place of its answer in the list of them. */
    @Schema(name = "HistoryKernel")
    record KernelAnswer(String kernel, int answer) {}
}
