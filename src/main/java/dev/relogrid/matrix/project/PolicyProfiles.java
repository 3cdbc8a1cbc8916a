package dev.relogrid.matrix.project;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.Variable;
import dev.relogrid.matrix.analysis.LoadProfile;
import dev.relogrid.matrix.analysis.LoadProfiles;
import dev.relogrid.matrix.object.Objects;
import dev.relogrid.matrix.object.StoredObject;
import dev.relogrid.policy.Policy;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * How a project loads its objects. A policy is about all objects of a project, and what it says of variables and programs
 * is meant for those that have them.
 */
@Service
public class PolicyProfiles {
    private static final int MOST_KEPT = 1000;

    private final LoadProfiles profiles;
    private final Objects objects;
    private final Cache<Long, Names> names =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();
    private final Cache<Settings, LoadProfile> rows =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    PolicyProfiles(LoadProfiles profiles, Objects objects) {
        this.profiles = profiles;
        this.objects = objects;
    }

    /** What a profile's row says; rows never change. */
    private record Settings(Map<String, String> presets, Map<String, Boolean> autoload) {}

    private record Names(Set<String> variables, Set<String> programs) {
        static Names of(BpfObject object) {
            return new Names(
                    object.variables().stream().map(Variable::name).collect(Collectors.toSet()),
                    object.programs().stream().map(Program::name).collect(Collectors.toSet()));
        }
    }

    /** The profile an object of a project is judged under. */
    public LoadProfile of(Policy policy, StoredObject object) {
        return rows.get(settings(policy, object), known -> profiles.of(known.presets(), known.autoload()));
    }

    private Settings settings(Policy policy, StoredObject object) {
        if (policy.rodata().isEmpty() && policy.autoload().isEmpty()) {
            return new Settings(Map.of(), Map.of());
        }
        Names known = names.get(object.id(), _ -> Names.of(objects.parse(object, Map.of())));
        return new Settings(only(policy.rodata(), known.variables()), only(policy.autoload(), known.programs()));
    }

    private static <V> Map<String, V> only(Map<String, V> values, Set<String> names) {
        Map<String, V> kept = new TreeMap<>(values);
        kept.keySet().retainAll(names);
        return kept;
    }
}
