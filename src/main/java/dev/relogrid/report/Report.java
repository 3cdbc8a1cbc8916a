package dev.relogrid.report;

import dev.relogrid.engine.verdict.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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
        List<String> unanswered) {

    /**
     * The same about some of its kernels: what judging only those would say, in the same order. What is known of a cause
     * over all kernels, such as its history, stays as it is. Kernels that were set aside stay aside, even if no others are
     * left.
     *
     * @param wanted takes ids
     */
    public Report on(Predicate<String> wanted) {
        return new Selection(this, wanted).report(kept(otherByteOrder, wanted), kept(unanswered, wanted));
    }

    private static List<String> kept(List<String> ids, Predicate<String> wanted) {
        List<String> kept = new ArrayList<>();
        for (String id : ids) {
            if (wanted.test(id)) {
                kept.add(id);
            }
        }
        return kept;
    }

    /** Where each of {@code causes} is so, in their order. */
    public List<Sighting> seen() {
        return new Sightings(this).all();
    }

    /** The answer of the kernel at that place in the list of them. */
    public AnswerClass answer(int kernel) {
        return classes.get(classOf[kernel]);
    }

    /** The answer of the kernel of that id; null when it was not judged. */
    public @Nullable AnswerClass answer(String kernel) {
        int place = kernels.indexOf(kernel);
        return place < 0 ? null : answer(place);
    }

    /** How many kernels each of {@code classes} has. */
    public int[] kernelsOfClasses() {
        int[] sizes = new int[classes.size()];
        for (int index : classOf) {
            sizes[index]++;
        }
        return sizes;
    }

    /** How many kernels have each verdict, from best to worst; verdicts that none has are left out. */
    public Map<Verdict, Integer> counts() {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        for (int index : classOf) {
            Verdict verdict = classes.get(index).verdict();
            counts.put(verdict, counts.getOrDefault(verdict, 0) + 1);
        }
        return counts;
    }

    /** Ids of kernels whose types are known. */
    public List<String> typed() {
        List<String> ids = new ArrayList<>(classOf.length);
        for (int i = 0; i < classOf.length; i++) {
            if (answer(i).verdict() != Verdict.NO_BTF) {
                ids.add(kernels.get(i));
            }
        }
        return ids;
    }
}
