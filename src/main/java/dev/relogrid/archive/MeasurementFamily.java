package dev.relogrid.archive;

import dev.relogrid.archive.Measurements.Row;
import dev.relogrid.archive.pack.MeasuredFamily;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who of a pack's kernels said the same. Kernels that the same one answers for are told apart by nothing, so sets of
 * kernels are put together of theirs.
 */
final class MeasurementFamily implements MeasuredFamily {
    private final MeasurementAccess access;
    private final List<CatalogEntry> members;
    private final Map<String, List<Said>> values = new HashMap<>();
    private @Nullable List<Group> groups;
    private BitSet known = new BitSet();

    /** Members that the same kernel answers for, from as near. */
    private record Group(MeasurementSource source, BitSet members) {}

    /** @param members the kernels of the pack, in its order */
    MeasurementFamily(MeasurementAccess access, List<CatalogEntry> members) {
        this.access = access;
        this.members = members;
    }

    private synchronized List<Group> groups() {
        List<Group> made = groups;
        if (made == null) {
            made = group();
            groups = made;
        }
        return made;
    }

    private List<Group> group() {
        Map<MeasurementSource, Group> bySource = new LinkedHashMap<>();
        BitSet all = new BitSet();
        for (int i = 0; i < members.size(); i++) {
            MeasurementSource source = access.source(members.get(i));
            if (source != null) {
                all.set(i);
                bySource.computeIfAbsent(source, key -> new Group(key, new BitSet()))
                        .members
                        .set(i);
            }
        }
        known = all;
        return new ArrayList<>(bySource.values());
    }

    @Override
    public synchronized BitSet known() {
        groups();
        return known;
    }

    @Override
    public Said value(int kernel, String fact) {
        for (Said said : values(fact)) {
            if (said.alike().get(kernel)) {
                return said;
            }
        }
        throw new IllegalArgumentException("nothing was measured for kernel " + kernel);
    }

    /** Every value there is, and those for whom it is the value; last those who said nothing. */
    private synchronized List<Said> values(String fact) {
        List<Said> said = values.get(fact);
        if (said == null) {
            said = new ArrayList<>(3);
            BitSet silent = (BitSet) known().clone();
            for (Row row : access.rows(fact)) {
                BitSet alike = new BitSet();
                for (Group group : groups()) {
                    if (row.kernels().get(group.source.kernel()) && group.source.answers(fact)) {
                        alike.or(group.members);
                    }
                }
                silent.andNot(alike);
                said.add(new Said(row.value(), alike));
            }
            said.add(new Said(null, silent));
            values.put(fact, said);
        }
        return said;
    }

    @Override
    public synchronized Said where(int kernel) {
        String where = "";
        for (Group group : groups()) {
            where = group.members.get(kernel) ? group.source.where() : where;
        }
        BitSet alike = new BitSet();
        for (Group group : groups()) {
            if (group.source.where().equals(where)) {
                alike.or(group.members);
            }
        }
        return new Said(where, alike);
    }
}
