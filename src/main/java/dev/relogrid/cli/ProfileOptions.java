package dev.relogrid.cli;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.Variable;
import dev.relogrid.engine.verdict.Presets;
import dev.relogrid.policy.Policy;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a loader does to an object before it loads it; a mixin. */
final class ProfileOptions {
    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description =
                    "The value the loader gives to a read-only variable ('const volatile') before load: a number, true "
                            + "or false, or a text. Repeatable. Others keep the value they were compiled with.")
    private Map<String, String> set = new LinkedHashMap<>();

    @Option(
            names = "--autoload",
            paramLabel = "PROG=on|off",
            description =
                    "Whether the loader loads a program. Repeatable. Without it all are loaded but those of SEC(\"?...\").")
    private Map<String, String> autoload = new LinkedHashMap<>();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    /** The object in a file, with the programs loaded that are meant to be. */
    BpfObject parse(Path file) {
        return InputFile.parse(file, "object", bytes -> parse(file.toString(), bytes, Policy.NONE));
    }

    /**
     * An object, with the programs loaded that are meant to be.
     *
     * @param policy is about many objects: what it says of programs is meant for those that have them
     */
    BpfObject parse(String name, Bytes bytes, Policy policy) {
        Map<String, Boolean> given = switches();
        Map<String, Boolean> all = new LinkedHashMap<>(policy.autoload());
        all.putAll(given);
        BpfObject object = BpfObject.parse(bytes, all);
        for (String program : given.keySet()) {
            if (object.programs().stream().map(Program::name).noneMatch(program::equals)) {
                throw new NoAnswer(name + ": --autoload: there is no program '" + program + "'");
            }
        }
        return object;
    }

    /** The values its variables are given. */
    Presets presets(Path file, BpfObject object) {
        return presets(file.toString(), object, Policy.NONE);
    }

    /** @param policy is about many objects: what it says of variables is meant for those that have them */
    Presets presets(String name, BpfObject object, Policy policy) {
        Map<String, String> all = new LinkedHashMap<>(policy.rodata());
        all.keySet().retainAll(object.variables().stream().map(Variable::name).toList());
        all.putAll(set);
        try {
            return Presets.of(object, all);
        } catch (IllegalArgumentException e) {
            throw new NoAnswer(name + ": " + (policy.rodata().isEmpty() ? "--set: " : "values set before load: ")
                    + e.getMessage());
        }
    }

    /** As given: values by variable. */
    Map<String, String> set() {
        return set;
    }

    /** As given: programs that are switched on or off. */
    Map<String, Boolean> autoload() {
        return switches();
    }

    private Map<String, Boolean> switches() {
        Map<String, Boolean> switches = new LinkedHashMap<>();
        autoload.forEach((program, word) -> switches.put(program, isOn(program, word)));
        return switches;
    }

    private boolean isOn(String program, String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "on", "true", "yes", "1" -> true;
            case "off", "false", "no", "0" -> false;
            default ->
                throw new ParameterException(
                        command.commandLine(), "--autoload " + program + ": expected on or off, found '" + word + "'");
        };
    }
}
