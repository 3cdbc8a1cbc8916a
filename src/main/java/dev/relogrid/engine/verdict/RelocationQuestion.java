package dev.relogrid.engine.verdict;

import dev.relogrid.engine.core.Effort;
import dev.relogrid.engine.core.ReloKind;
import dev.relogrid.engine.core.ReloValue;
import dev.relogrid.engine.core.Resolution;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.object.RelocationRecord;
import java.util.ArrayList;
import java.util.List;

/** What becomes of relocations that bear on each other. */
final class RelocationQuestion implements Question {
    private final ObjectSpecs specs;
    private final RelocationGroup group;

    RelocationQuestion(ObjectSpecs specs, RelocationGroup group) {
        this.specs = specs;
        this.group = group;
    }

    @Override
    public Asked of(Kernel kernel, Effort effort) {
        boolean shared = !group.idsMatter();
        RelocationPass pass = new RelocationPass(specs, kernel, effort);
        List<RelocationResult> results = new ArrayList<>(group.records().size());
        for (RelocationRecord record : group.records()) {
            RelocationResult result = pass.relocate(record);
            results.add(result);
            shared &= !comparesIds(result);
        }
        return new Asked(answers(results, kernel), shared);
    }

    /** What bears on verdicts of how relocations ended. */
    static Answers answers(List<RelocationResult> results, Kernel kernel) {
        Setbacks setbacks = new Setbacks(kernel);
        List<Setback> found = new ArrayList<>(0);
        List<Answers.Constant> constants = new ArrayList<>(0);
        for (RelocationResult result : results) {
            Setback setback = setbacks.of(result);
            if (setback != null) {
                found.add(setback);
            }
            if (result.status() == RelocationResult.Status.OK && isBranchedOn(result.record())) {
                constants.add(new Answers.Constant(result.record().number(), written(result)));
            }
        }
        return Answers.ofRelocations(found, constants);
    }

    private static long written(RelocationResult result) {
        ReloValue value = result.value();
        return value == null ? 0 : value.value();
    }

    /**
     * Whether programs are written to branch on such numbers: on what exists, and on what distinguishes kernels. Offsets,
     * shifts, ids and sizes of types differ from build to build, and hardly any program looks at them.
     */
    static boolean isBranchedOn(RelocationRecord record) {
        ReloKind kind = ReloKind.of(record.relo().kind());
        return kind != null
                && switch (kind) {
                    case FIELD_BYTE_SIZE,
                            FIELD_EXISTS,
                            FIELD_SIGNED,
                            TYPE_EXISTS,
                            TYPE_MATCHES,
                            ENUMVAL_EXISTS,
                            ENUMVAL_VALUE -> true;
                    case FIELD_BYTE_OFFSET,
                            FIELD_LSHIFT_U64,
                            FIELD_RSHIFT_U64,
                            TYPE_ID_LOCAL,
                            TYPE_ID_TARGET,
                            TYPE_SIZE -> false;
                };
    }

    /** Types of two modules may have one id, or two, and target_type_id is ambiguous only in the second case. */
    private static boolean comparesIds(RelocationResult result) {
        Resolution resolution = result.resolution();
        return resolution != null
                && result.record().relo().kind() == ReloKind.TYPE_ID_TARGET.ordinal()
                && resolution.candidates().size() > 1
                && resolution.candidates().getFirst().candidate().source().btf().base() != null;
    }
}
