package dev.relogrid.engine.advice;

import dev.relogrid.engine.advice.MemberPath.Step;
import dev.relogrid.engine.advice.Rename.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The curated table of renames: what moved in kernels from 5.5 on that eBPF programs read. Each entry was held against
 * the archived kernels, which contradict none; those they cannot tell about are few.
 */
public final class Renames {
    /** The table. */
    static final Renames CURATED = new Renames(table());

    /** An empty one, for those who want to know how well it goes without. */
    static final Renames NONE = new Renames(List.of());

    private final List<Rename> entries;

    private Renames(List<Rename> entries) {
        this.entries = entries;
    }

    /** All entries, grouped by what they are about, oldest first for each field. */
    public static List<Rename> all() {
        return CURATED.entries;
    }

    private static List<Rename> table() {
        RenameTable table = new RenameTable();
        TaskRenames.addTo(table);
        FileRenames.addTo(table);
        BlockRenames.addTo(table);
        MemoryRenames.addTo(table);
        NetRenames.addTo(table);
        EventRenames.addTo(table);
        TypeRenames.addTo(table);
        FunctionRenames.addTo(table);
        return table.entries();
    }

    /** What became of a field of that struct, in the order of changes. */
    List<Trail.Successor> ofField(String owner, List<Step> access) {
        return new Trail(entries, owner, access).successors();
    }

    /** The entry about an enumerator, a type or a function of that name, or null. */
    @Nullable
    Rename of(Kind kind, String owner, String name) {
        for (Rename rename : entries) {
            if (rename.kind() == kind
                    && rename.owner().equals(owner)
                    && rename.from().equals(name)) {
                return rename;
            }
        }
        return null;
    }
}
