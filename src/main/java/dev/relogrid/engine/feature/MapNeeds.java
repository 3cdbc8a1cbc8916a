package dev.relogrid.engine.feature;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.finding.Obstacle.Place;
import dev.relogrid.engine.finding.Stage;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.MapDef;
import dev.relogrid.engine.object.MapType;
import dev.relogrid.engine.object.StructOps;
import java.util.ArrayList;
import java.util.List;

/**
 * The maps an object defines, all of which libbpf creates before it loads a program. Those for data sections need
 * nothing: they are arrays, and libbpf makes do without their being mapped.
 */
final class MapNeeds {
    private static final int ARRAY_OF_MAPS = 12;
    private static final int HASH_OF_MAPS = 13;
    private static final int STRUCT_OPS = 26;
    private static final int MMAPABLE = 1 << 10;
    private static final int INNER_MAP = 1 << 12;

    private MapNeeds() {}

    static void addTo(List<NeedGroup> groups, BpfObject object) {
        Numbered types = new Numbered(KernelEnum.MAP_TYPES, "it creates no maps of that type");
        Dated mappable = new Dated(Since.MMAPABLE);
        Dated inner = new Dated(Since.INNER_MAP_FLAG);
        Dated links = new Dated(Since.STRUCT_OPS_LINK);
        Btf btf = object.btf();
        for (StructOps map : object.structOps()) {
            if (btf != null && map.autocreate()) {
                groups.add(new StructOpsTarget(map, btf));
                types.add(STRUCT_OPS, need("map " + map.name() + " of type struct_ops"));
                if (map.link()) {
                    links.add(
                            need("map " + map.name() + ", which is attached by a link"),
                            new Dated.Fact("map_flag link", ""));
                }
            }
        }
        for (MapDef map : object.maps()) {
            add(map, types, mappable, inner);
        }
        for (MapDef map : object.innerMaps()) {
            add(map, types, mappable, inner);
        }
        addUnlessEmpty(groups, types);
        addUnlessEmpty(groups, new Certain(innerUnset(object)));
        addUnlessEmpty(groups, mappable);
        addUnlessEmpty(groups, inner);
        addUnlessEmpty(groups, links);
    }

    private static void add(MapDef map, Numbered types, Dated mappable, Dated inner) {
        if (map.internal()) {
            return;
        }
        String type = MapType.name(map.type());
        types.add(map.type(), need("map " + map.name() + " of type " + type), "map_type " + type);
        if ((map.flags() & MMAPABLE) != 0) {
            mappable.add(need("map " + map.name() + ", which user space maps (BPF_F_MMAPABLE)"), flag("mmapable"));
        }
        if ((map.flags() & INNER_MAP) != 0) {
            inner.add(
                    need("map " + map.name() + " to stand in another, of any size (BPF_F_INNER_MAP)"),
                    flag("inner_map"));
        }
    }

    /** Maps of maps that every kernel refuses ({@code map_create}, -EINVAL) unless the loader gives them an inner map. */
    private static List<Obstacle> innerUnset(BpfObject object) {
        List<Obstacle> unset = new ArrayList<>();
        for (MapDef map : object.maps()) {
            boolean ofMaps = map.type() == ARRAY_OF_MAPS || map.type() == HASH_OF_MAPS;
            if (ofMaps && !map.internal() && !hasInner(object, map)) {
                unset.add(new Obstacle(
                        CauseCode.MAP_INNER_UNSET,
                        Obstacle.Level.UNKNOWN,
                        Stage.CREATE,
                        Place.OBJECT,
                        "map " + map.name() + " of maps that the object does not describe",
                        "it takes one only after bpf_map__set_inner_map_fd()"));
            }
        }
        return unset;
    }

    private static boolean hasInner(BpfObject object, MapDef map) {
        for (MapDef inner : object.innerMaps()) {
            if (inner.name().startsWith(map.name() + ".")) {
                return true;
            }
        }
        return false;
    }

    private static void addUnlessEmpty(List<NeedGroup> groups, NeedGroup group) {
        if (!group.isEmpty()) {
            groups.add(group);
        }
    }

    private static Dated.Fact flag(String name) {
        return new Dated.Fact("map_flag " + name, "it creates no such maps");
    }

    private static Need need(String wanted) {
        return new Need(CauseCode.MAP_TYPE_UNKNOWN, Stage.CREATE, Place.OBJECT, wanted);
    }
}
