package dev.relogrid.engine.core;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.NamedBtf;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The candidates of each local root type ({@code bpf_core_find_cands}), searched once per local type id and kept for
 * the whole object: relocations narrow them.
 *
 * <ul>
 *   <li>same kind (enum and enum64 are one) and same essential name, in id order; typedefs are not looked through;
 *   <li>vmlinux first; only when it has none, the own types of <em>all</em> modules, in module order.
 * </ul>
 */
final class CandidateLists {
    private final Btf local;
    private final NamedBtf vmlinux;
    private final Supplier<List<NamedBtf>> modules;
    private final Effort effort;
    private final @Nullable List<Candidate>[] byLocalType;
    private @Nullable List<NamedBtf> loaded;

    @SuppressWarnings("unchecked") // an array of lists can only be made raw
    CandidateLists(Btf local, NamedBtf vmlinux, Supplier<List<NamedBtf>> modules, Effort effort) {
        this.local = local;
        this.vmlinux = vmlinux;
        this.modules = modules;
        this.effort = effort;
        this.byLocalType = (List<Candidate>[]) new List<?>[local.typeCount()];
    }

    List<Candidate> of(int localId) {
        List<Candidate> known = byLocalType[localId];
        if (known == null) {
            known = search(localId);
            byLocalType[localId] = known;
        }
        return known;
    }

    void narrow(int localId, List<Candidate> matching) {
        byLocalType[localId] = matching;
    }

    private List<Candidate> search(int localId) {
        List<Candidate> found = new ArrayList<>();
        collect(localId, vmlinux, found);
        if (found.isEmpty()) {
            for (NamedBtf module : loadedModules()) {
                collect(localId, module, found);
            }
        }
        return found;
    }

    private List<NamedBtf> loadedModules() {
        List<NamedBtf> known = loaded;
        if (known == null) {
            known = modules.get();
            loaded = known;
        }
        return known;
    }

    private void collect(int localId, NamedBtf source, List<Candidate> into) {
        Btf btf = source.btf();
        int kind = local.kind(localId);
        int name = local.nameOffset(localId);
        for (int id = btf.firstPossible(kind, local, name); id != 0 && effort.step(); id = btf.nextPossible(id)) {
            if (btf.isNamed(id, kind, local, name)) {
                into.add(new Candidate(source, id));
            }
        }
    }
}
