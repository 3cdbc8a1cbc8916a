package dev.relogrid.engine.reach;

import dev.relogrid.engine.object.Extern;
import dev.relogrid.engine.object.MapDef;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Memory that does not change once the object is loaded: read-only data and kernel options, in regions that have numbers.
 * Region 0 is all other memory.
 */
final class Constants {
    static final int NOT_CONSTANT = 0;

    /** What a region is made of; the origins of a variable's bytes are made when they are first read. */
    private static final class Region {
        final byte[] bytes;
        final List<RodataVariable> variables;
        final int[] origins;

        Region(byte[] bytes, List<RodataVariable> variables, int origins) {
            this.bytes = bytes;
            this.variables = variables;
            this.origins = new int[variables.size() + 1];
            Arrays.fill(this.origins, -1);
            this.origins[variables.size()] = origins;
        }
    }

    private final Rodata rodata;
    private final Loaded loaded;
    private final OriginPool pool;
    private final VersionUse versions;
    private final boolean anyRodata;
    private final boolean little;
    private final List<@Nullable Region> regions = new ArrayList<>();
    private final IdentityHashMap<Object, Integer> numbers = new IdentityHashMap<>();
    /** What the last {@link #load} read. */
    long value;
    /** Where the last {@link #load} had it from. */
    int origin;

    Constants(Rodata rodata, Loaded loaded, OriginPool pool, VersionUse versions, boolean anyRodata, ByteOrder order) {
        this.rodata = rodata;
        this.loaded = loaded;
        this.pool = pool;
        this.versions = versions;
        this.anyRodata = anyRodata;
        this.little = order == ByteOrder.LITTLE_ENDIAN;
        regions.add(null);
    }

    /** The region of a map that stands for a data section. */
    int region(MapDef map) {
        Rodata.Part part = rodata.part(map);
        if (part == null) {
            return NOT_CONSTANT;
        }
        Integer known = numbers.get(map);
        if (known == null) {
            byte[] bytes = part.bytes().clone();
            preset(bytes, part.variables(), loaded.presets());
            known = add(map, new Region(bytes, part.variables(), OriginPool.NONE));
        }
        return known;
    }

    private static void preset(byte[] bytes, List<RodataVariable> variables, Map<String, byte[]> presets) {
        if (presets.isEmpty()) {
            return;
        }
        for (RodataVariable variable : variables) {
            byte[] set = presets.get(variable.name());
            if (set != null) {
                System.arraycopy(set, 0, bytes, variable.offset(), Math.min(set.length, variable.size()));
            }
        }
    }

    /** The region of an option's value. */
    int region(Extern option) {
        Integer known = numbers.get(option);
        if (known == null) {
            byte[] bytes = loaded.kconfig(option);
            int single = pool.single(option);
            if (VersionUse.isVersion(option.name())) {
                versions.is(single);
            }
            known = bytes == null ? NOT_CONSTANT : add(option, new Region(bytes, List.of(), single));
            numbers.put(option, known);
        }
        return known;
    }

    private int add(Object key, Region region) {
        regions.add(region);
        numbers.put(key, regions.size() - 1);
        return regions.size() - 1;
    }

    /** Reads a number of 1, 2, 4 or 8 bytes; whether it is known. */
    boolean load(int number, long offset, int size) {
        Region region = regions.get(number);
        if (region == null || offset < 0 || offset > region.bytes.length - size) {
            return false;
        }
        origin = region.origins[region.variables.size()];
        for (int i = 0; i < region.variables.size(); i++) {
            RodataVariable variable = region.variables.get(i);
            if (variable.offset() < offset + size && offset < variable.offset() + variable.size()) {
                if (anyRodata) {
                    return false;
                }
                if (region.origins[i] < 0) {
                    region.origins[i] = pool.single(variable);
                }
                origin = pool.union(origin, region.origins[i]);
            }
        }
        value = 0;
        for (int i = 0; i < size; i++) {
            long next = region.bytes[(int) offset + i] & 0xffL;
            value |= next << 8 * (little ? i : size - 1 - i);
        }
        versions.loaded(origin, value, size == region.bytes.length);
        return true;
    }
}
