package dev.relogrid.cli;

import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.StoredKernel;
import dev.relogrid.archive.images.KernelImages;
import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.report.AnswerClass;
import dev.relogrid.report.Report;
import dev.relogrid.report.kernels.KernelRanges;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which kernels to boot when only a few are to be: one for each kind of answer, the worst first, then the newest and the
 * oldest, then one for each further reason within a kind.
 */
final class TellingKernels {
    private static final List<Verdict> ORDER =
            List.of(Verdict.BROKEN, Verdict.GUARDED, Verdict.CONDITIONAL, Verdict.CHANGED, Verdict.UNKNOWN);
    private static final String DEBIAN = "debian";

    private final int most;
    private final KernelImages images;
    private final boolean fetch;
    private final Map<String, StoredKernel> kernels = new LinkedHashMap<>();
    private final Set<String> chosen = new LinkedHashSet<>();
    private final Map<String, String> passedOver = new LinkedHashMap<>();

    /** @param fetch whether kernels whose images are not there can be had */
    TellingKernels(int most, KernelImages images, boolean fetch, List<StoredKernel> all) {
        this.most = most;
        this.images = images;
        this.fetch = fetch;
        all.forEach(kernel -> kernels.put(kernel.id(), kernel));
    }

    /** Chooses; ids in the order they were chosen in. */
    List<BootTarget> choose(List<CheckedObject> objects) {
        List<List<String>> classes = new ArrayList<>();
        List<List<String>> further = new ArrayList<>();
        for (Verdict verdict : ORDER) {
            for (CheckedObject object : objects) {
                List<List<String>> reasons = reasons(object, verdict);
                if (!reasons.isEmpty()) {
                    classes.add(reasons.getFirst());
                    further.addAll(reasons.subList(1, reasons.size()));
                }
            }
        }
        classes.forEach(this::one);
        List<String> all = List.copyOf(kernels.keySet());
        add(greatest(all, byVersion()));
        add(greatest(all, byVersion().reversed()));
        further.forEach(this::one);
        List<BootTarget> targets = new ArrayList<>();
        for (String id : chosen) {
            CatalogEntry entry = entry(id);
            if (entry != null) {
                targets.add(BootTarget.of(entry));
            }
        }
        return targets;
    }

    /** Kernels that would have been telling and cannot be booted, and why. */
    Map<String, String> passedOver() {
        return passedOver;
    }

    /** Kernels with that verdict by its reason, the most frequent first. */
    private static List<List<String>> reasons(CheckedObject object, Verdict verdict) {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        Report report = object.report();
        for (int i = 0; i < report.kernels().size(); i++) {
            AnswerClass one = report.answer(i);
            if (one.verdict() == verdict) {
                byReason.computeIfAbsent(one.reason(), reason -> new ArrayList<>())
                        .add(report.kernels().get(i));
            }
        }
        List<List<String>> sorted = new ArrayList<>(byReason.values());
        sorted.sort((a, b) -> Integer.compare(b.size(), a.size()));
        return sorted;
    }

    private void one(List<String> ids) {
        for (String id : ids) {
            if (chosen.contains(id)) {
                return;
            }
        }
        // an image that is there costs nothing, and a small one little
        String best = greatest(
                ids,
                Comparator.<String, Boolean>comparing(this::isThere)
                        .thenComparing(id -> id.contains("-cloud-"))
                        .thenComparing(byVersion()));
        if (best == null) {
            String first = ids.getLast();
            passedOver.put(first, String.valueOf(refusal(first)));
        } else {
            add(best);
        }
    }

    private void add(@Nullable String id) {
        if (id != null && chosen.size() < most) {
            chosen.add(id);
        }
    }

    private @Nullable String greatest(List<String> ids, Comparator<String> order) {
        return ids.stream().filter(id -> refusal(id) == null).max(order).orElse(null);
    }

    private static Comparator<String> byVersion() {
        return Comparator.comparingInt(KernelRanges::version);
    }

    private @Nullable CatalogEntry entry(String id) {
        StoredKernel kernel = kernels.get(id);
        return kernel == null ? null : kernel.entry();
    }

    private boolean isThere(String id) {
        CatalogEntry entry = entry(id);
        return entry != null && images.find(entry.id()) != null;
    }

    private @Nullable String refusal(String id) {
        CatalogEntry entry = entry(id);
        if (entry == null) {
            return "it is a file, not a kernel of the archive";
        }
        String refusal = KernelImages.refusal(entry.id());
        if (refusal != null || isThere(id)) {
            return refusal;
        }
        if (!fetch) {
            return "its image is not there, and --no-fetch was given";
        }
        return entry.id().distro().equals(DEBIAN) ? null : "only Debian's images can be fetched";
    }
}
