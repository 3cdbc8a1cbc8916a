package dev.relogrid;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code relogrid serve}: says in words of its own what the service is to do, and starts it. */
@Command(
        name = "relogrid serve",
        header = "Starts the service: uploads, the stored matrix, REST, re-checks.",
        description = {
            "",
            "Needs nothing but this program: a PostgreSQL of its own keeps everything in DIR, the kernels that come with the "
                    + "program are its archive, and a sample project is there to look at. Prints its address when it answers, "
                    + "and at the first start a token that may do everything. Ends on Ctrl-C or SIGTERM.",
            ""
        },
        footer = {
            "",
            "Every setting of docs/OPERATIONS.md, and of Spring, may be given as --name=value or as an environment variable.",
            "",
            "Exit codes: 0 ended as asked, 2 could not start; the reason is one sentence on stderr.",
            "",
            "Examples:",
            "  relogrid serve",
            "  relogrid serve --port 9000 --data /srv/relogrid",
            "  relogrid serve --db jdbc:postgresql://db/relogrid --role web,matrix"
        },
        mixinStandardHelpOptions = true,
        version = "relogrid serve",
        sortOptions = false)
final class Serve implements Callable<Integer> {
    private static final int CANNOT_START = 2;
    private static final int MOST_PORT = 65_535;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--port", paramLabel = "PORT", description = "Where it listens (default: 8080; 0: any free one).")
    private @Nullable Integer port;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            description = "On which of this machine's addresses (default: 127.0.0.1, so for this machine only).")
    private @Nullable String address;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where everything is kept (default: ~/.local/share/relogrid).")
    private @Nullable Path data;

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description = "Use this archive as it is, instead of one in the data folder; for several nodes.")
    private @Nullable Path archive;

    @Option(names = "--images", paramLabel = "DIR", description = "Kernels that can be booted.")
    private @Nullable Path images;

    @Option(
            names = "--db",
            paramLabel = "URL",
            description = "A PostgreSQL of yours, jdbc:postgresql://…, instead of the one in the data folder.")
    private @Nullable String db;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            split = ",",
            description = "What this node does: web, matrix, vm (default: all three).")
    private List<String> roles = List.of();

    @Unmatched
    private List<String> others = new ArrayList<>();

    public static void main(String[] arguments) {
        CommandLine command = new CommandLine(new Serve());
        command.setParameterExceptionHandler((problem, _) -> {
            problem.getCommandLine().getErr().println("relogrid: " + problem.getMessage());
            problem.getCommandLine().getErr().println("'relogrid serve --help' says what there is");
            return CANNOT_START;
        });
        int code = command.execute(arguments);
        if (code != 0 || command.isUsageHelpRequested()) {
            System.exit(code);
        }
    }

    @Override
    public Integer call() {
        List<String> settings = settings();
        SpringApplication application = new SpringApplication(RelogridApplication.class);
        application.setDefaultProperties(Map.of("relogrid.announce", "true"));
        try {
            application.run(settings.toArray(String[]::new));
            return 0;
        } catch (RuntimeException e) {
            // already told: by a sentence where it is the user's to mend, else with everything there is to know
            return CANNOT_START;
        }
    }

    private List<String> settings() {
        if (port != null && (port < 0 || port > MOST_PORT)) {
            throw new ParameterException(spec.commandLine(), "--port: expected 0 to 65535, found " + port);
        }
        if (db != null && !db.startsWith("jdbc:postgresql:")) {
            throw new ParameterException(
                    spec.commandLine(), "--db: expected jdbc:postgresql://HOST/NAME, found '" + db + "'");
        }
        List<String> settings = new ArrayList<>();
        add(settings, "server.port", port);
        add(settings, "server.address", address);
        add(settings, "relogrid.data", data == null ? null : data.toAbsolutePath());
        add(settings, "relogrid.archive", archive == null ? null : archive.toAbsolutePath());
        add(settings, "relogrid.images", images == null ? null : images.toAbsolutePath());
        add(settings, "relogrid.database.url", db);
        add(settings, "relogrid.roles", roles.isEmpty() ? null : String.join(",", roles));
        for (String other : others) {
            if (!other.matches("--[a-z][a-z0-9-]*(\\.[^=]+)+=.*")) {
                throw new ParameterException(
                        spec.commandLine(), "unknown option or word '" + other + "'; settings are --name.of.it=value");
            }
            settings.add(other);
        }
        return settings;
    }

    private static void add(List<String> settings, String name, @Nullable Object value) {
        if (value != null) {
            settings.add("--" + name + "=" + value);
        }
    }
}
