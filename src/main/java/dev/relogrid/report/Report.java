package dev.relogrid.report;

import java.util.List;

/**
 * One object on some kernels. Plain data that refers to nothing of the engine, so that it can be kept, sent and read back;
 * kernels with the same answer share it.
 *
 * @param subject what the object is
 * @param kernels ids of the kernels that were judged, in the archive's order
 * @param classOf for each of {@code kernels} the index of its answer in {@code classes}
 * @param classes every different answer
 * @param causes what stands in the way anywhere, the worst first; what a class found refers to them
 * @param otherByteOrder ids of kernels that were set aside, because the object is not meant for their machines
 * @param unanswered ids of kernels that could not be read
 */
@SuppressWarnings("ArrayRecordComponent") // a row of the grid, hundreds long, never compared
public record Report(
        Subject subject,
        List<String> kernels,
        int[] classOf,
        List<AnswerClass> classes,
        List<CauseCard> causes,
        List<String> otherByteOrder,
        List<String> unanswered) {}
