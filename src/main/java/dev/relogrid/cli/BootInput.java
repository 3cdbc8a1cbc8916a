package dev.relogrid.cli;

import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.vm.BootObject;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * An object that is to be booted.
 *
 * @param name as given on the command line
 * @param object as its loader has it
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of a file, never compared
record BootInput(String name, byte[] bytes, BpfObject object, Map<String, String> set, Map<String, Boolean> autoload) {

    /** As a guest is given it. */
    BootObject request() {
        return new BootObject(name, bytes, set, autoload);
    }

    /** Names of programs that are loaded only when a loader says so; they are tried, and do not count. */
    Set<String> leftAlone() {
        Set<String> names = new HashSet<>();
        object.programs().forEach(program -> {
            if (!program.autoload() && !program.subprogram()) {
                names.add(program.name());
            }
        });
        return names;
    }
}
