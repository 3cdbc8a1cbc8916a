package dev.relogrid.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/**
 * The commands by name, in the order of the help. Where the first word names one, only that one is added: to describe them
 * all costs a fifth of the start, and only the help and a mistyped name need them all.
 */
final class Commands {
    private static final Map<String, Supplier<Object>> BY_NAME = new LinkedHashMap<>();

    static {
        BY_NAME.put("check", CheckCommand::new);
        BY_NAME.put("push", PushCommand::new);
        BY_NAME.put("explain", ExplainCommand::new);
        BY_NAME.put("history", HistoryCommand::new);
        BY_NAME.put("who-uses", WhoUsesCommand::new);
        BY_NAME.put("kernels", KernelsCommand::new);
        BY_NAME.put("inspect", InspectCommand::new);
        BY_NAME.put("btf", BtfCommand::new);
        BY_NAME.put("boot", BootCommand::new);
        BY_NAME.put("agreement", AgreementCommand::new);
        BY_NAME.put("archive", ArchiveCommand::new);
    }

    private Commands() {}

    static void addTo(CommandLine root, String[] args) {
        Supplier<Object> named = args.length == 0 ? null : BY_NAME.get(args[0]);
        if (named == null) {
            BY_NAME.forEach((name, command) -> root.addSubcommand(name, command.get()));
        } else {
            root.addSubcommand(args[0], named.get());
        }
    }
}
