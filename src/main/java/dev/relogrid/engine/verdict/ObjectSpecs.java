package dev.relogrid.engine.verdict;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.core.LocalSpec;
import dev.relogrid.engine.core.SpecParser;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.RelocationRecord;
import java.util.ArrayList;
import java.util.List;

/**
 * An object with the specs of its relocations, which are the same for every kernel: made once, held against many.
 *
 * @param object the object
 * @param specs one for each of its relocations, in their order
 */
public record ObjectSpecs(BpfObject object, List<LocalSpec> specs) {

    /** Parses the specs of all relocations. */
    public static ObjectSpecs of(BpfObject object) {
        Btf btf = object.btf();
        List<LocalSpec> specs = new ArrayList<>();
        if (btf != null) {
            for (RelocationRecord record : object.relocations()) {
                specs.add(SpecParser.parse(btf, record.relo()));
            }
        }
        return new ObjectSpecs(object, List.copyOf(specs));
    }
}
