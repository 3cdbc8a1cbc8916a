package dev.relogrid.matrix.kernel;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.StoredKernel;
import dev.relogrid.engine.history.FoundType;
import dev.relogrid.engine.history.TypeLookup;
import dev.relogrid.engine.kernel.KernelFamily;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Types as the kernels of the archive have them today, and their names. */
@Service
public class KernelTypes {
    /** Kernels that are in no pack are read whole, so no more of them are tried. */
    private static final int MOST_LOOSE = 16;

    private static final int STATES_KEPT = 2;

    private final Cache<Long, TypeNames> names =
            Caffeine.newBuilder().maximumSize(STATES_KEPT).build();
    private final Cache<Long, List<CatalogEntry>> newest =
            Caffeine.newBuilder().maximumSize(STATES_KEPT).build();

    /**
     * A type and the kernel that has it.
     *
     * @param types the one that is meant first, then others of the name
     */
    public record Found(CatalogEntry kernel, List<FoundType> types) {}

    /** Names that were found, the best first, and how many there are in all. */
    public record Names(List<NamedType> best, int count) {}

    /** All kernels: x86-64 before other machines, newer releases of Linux before older ones, plain flavours before special ones. */
    public List<CatalogEntry> newestFirst(ArchiveState state) {
        return newest.get(state.snapshot().id(), _ -> NewestFirst.of(state.archive()));
    }

    /** As the newest kernel has it that has it at all; x86-64 before other machines. For one thread. */
    public Optional<Found> newest(ArchiveState state, TypeLookup wanted) {
        IdentityHashMap<KernelFamily, BitSet> without = new IdentityHashMap<>();
        int loose = 0;
        for (CatalogEntry entry : newestFirst(state)) {
            if (entry.btf() == null) {
                continue;
            }
            StoredKernel kernel = state.archive().kernel(entry);
            StoredKernel.Membership place = kernel.membership();
            List<FoundType> types = List.of();
            if (place != null) {
                BitSet asked = without.computeIfAbsent(place.family(), _ -> new BitSet());
                types = asked.get(place.index()) ? List.of() : ask(place, wanted, asked);
            } else if (loose++ < MOST_LOOSE) {
                types = wanted.in(kernel);
            }
            if (!types.isEmpty()) {
                return Optional.of(new Found(entry, types));
            }
        }
        return Optional.empty();
    }

    /** @param without gets those that have no such type either */
    private static List<FoundType> ask(StoredKernel.Membership place, TypeLookup wanted, BitSet without) {
        KernelFamily.Witness witness = place.family().ask(place.index());
        List<FoundType> types = wanted.in(witness.kernel());
        if (types.isEmpty()) {
            without.or(witness.sameAnswers());
        }
        return types;
    }

    /** As one kernel has it; empty when it has none. For one thread. */
    public Optional<Found> on(ArchiveState state, CatalogEntry entry, TypeLookup wanted) {
        StoredKernel kernel = state.archive().kernel(entry);
        StoredKernel.Membership place = kernel.membership();
        List<FoundType> types = place == null ? wanted.in(kernel) : ask(place, wanted, new BitSet());
        return types.isEmpty() ? Optional.empty() : Optional.of(new Found(entry, types));
    }

    /**
     * Names that are, begin with or contain the text, in this order and then the shortest first.
     *
     * @param kind only {@code struct} for example; empty for all
     */
    public Names search(ArchiveState state, String kind, String text, int limit) {
        return names(state).search(kind, text, limit);
    }

    /** Types of this name on any kernel, then those whose names may have been meant by it. */
    public List<NamedType> near(ArchiveState state, String name) {
        return names(state).near(name);
    }

    private TypeNames names(ArchiveState state) {
        return names.get(state.snapshot().id(), _ -> TypeNames.of(state));
    }
}
