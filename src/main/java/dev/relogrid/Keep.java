package dev.relogrid;

import dev.relogrid.matrix.backup.Backup;
import dev.relogrid.matrix.backup.BackupProblem;
import dev.relogrid.matrix.backup.Kept;
import dev.relogrid.matrix.backup.Restore;
import dev.relogrid.matrix.blob.BlobPlace;
import dev.relogrid.matrix.blob.BlobProblem;
import dev.relogrid.matrix.blob.BlobStore;
import dev.relogrid.matrix.blob.S3Settings;
import dev.relogrid.matrix.postgres.DatabaseAccess;
import dev.relogrid.matrix.postgres.DatabaseProblem;
import dev.relogrid.matrix.postgres.ServerConnection;
import dev.relogrid.matrix.postgres.ServerOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

/** {@code relogrid backup} and {@code relogrid restore}: everything the service keeps, in one file, and back. */
@Command(
        name = "relogrid",
        description = "Writes everything the service keeps into one file, or reads such a file into a new service.",
        subcommands = {Keep.BackupCommand.class, Keep.RestoreCommand.class})
final class Keep {
    private static final int INCOMPLETE = 1;
    private static final int FAILED = 2;

    private Keep() {}

    public static void main(String[] arguments) {
        CommandLine command = new CommandLine(new Keep());
        command.setExecutionExceptionHandler((failure, _, _) -> {
            if (failure instanceof DatabaseProblem
                    || failure instanceof BackupProblem
                    || failure instanceof BlobProblem
                    || failure instanceof IllegalArgumentException) {
                System.err.println("relogrid: " + failure.getMessage());
                return FAILED;
            }
            throw failure;
        });
        System.exit(command.execute(arguments));
    }

    /** What both need: where the service keeps things, in the words of {@code relogrid serve}. */
    abstract static class Work implements java.util.concurrent.Callable<Integer> {
        @Option(
                names = "--data",
                paramLabel = "DIR",
                description = "The service's folder (default: ~/.local/share/relogrid).")
        private @Nullable Path data;

        @Option(names = "--db", paramLabel = "URL", description = "The service's own database, jdbc:postgresql://…")
        private @Nullable String db;

        @Option(
                names = {"-h", "--help"},
                usageHelp = true,
                description = "Print this and end.")
        private boolean help;

        @Parameters(paramLabel = "FILE", description = "The backup, a .tar.zst.")
        private Path file = Path.of("");

        @Unmatched
        private List<String> others = new ArrayList<>();

        abstract DatabaseAccess database(ServerOptions options);

        abstract Backup.Summary work(Path file, Kept kept);

        abstract String done();

        @Override
        public final Integer call() throws Exception {
            if (help) {
                return 0;
            }
            try (ConfigurableApplicationContext settings = settings()) {
                Environment environment = settings.getEnvironment();
                Path folder = Path.of(environment.getRequiredProperty("relogrid.data"))
                        .toAbsolutePath();
                try (DatabaseAccess database = open(environment, folder)) {
                    BlobStore blobs = blobs(environment, folder);
                    boolean own =
                            environment.getProperty("relogrid.archive", "").isEmpty();
                    Kept kept = new Kept(database.connection(), blobs, own ? folder.resolve("archive") : null);
                    return tell(work(file, kept));
                }
            }
        }

        /** The service's settings, wherever they are said: the same files, the same environment. */
        private ConfigurableApplicationContext settings() {
            List<String> arguments = new ArrayList<>(others);
            if (data != null) {
                arguments.add("--relogrid.data=" + data.toAbsolutePath());
            }
            if (db != null) {
                arguments.add("--relogrid.database.url=" + db);
            }
            return new SpringApplicationBuilder(Nothing.class)
                    .web(WebApplicationType.NONE)
                    .logStartupInfo(false)
                    .properties(Map.of("logging.level.root", "warn"))
                    .run(arguments.toArray(String[]::new));
        }

        private DatabaseAccess open(Environment environment, Path folder) {
            String url = environment.getProperty("spring.datasource.url", "");
            return url.isBlank()
                    ? database(ServerOptions.of(folder))
                    : DatabaseAccess.to(new ServerConnection(
                            url,
                            environment.getProperty("spring.datasource.username", ""),
                            environment.getProperty("spring.datasource.password", "")));
        }

        private static BlobStore blobs(Environment environment, Path folder) {
            return BlobPlace.open(
                    folder,
                    environment.getProperty("relogrid.blobs", ""),
                    Binder.get(environment).bindOrCreate("relogrid.s3", S3Settings.class));
        }

        private int tell(Backup.Summary summary) {
            summary.leftOut().forEach(sentence -> System.err.println("relogrid: left out: " + sentence));
            System.out.println(done() + " " + summary.rows() + " rows of " + summary.tables() + " tables, "
                    + summary.blobs() + " objects, " + summary.archiveFiles() + " files of the archive");
            return summary.leftOut().isEmpty() ? 0 : INCOMPLETE;
        }
    }

    /** {@code relogrid backup FILE}. */
    @Command(
            name = "backup",
            header = "Writes everything the service keeps into one file; the service may run meanwhile.",
            footer = "Exit codes: 0 all is in FILE, 1 all but what is named, 2 there is no FILE.")
    static final class BackupCommand extends Work {
        @Override
        DatabaseAccess database(ServerOptions options) {
            return DatabaseAccess.existing(options);
        }

        @Override
        Backup.Summary work(Path file, Kept kept) {
            return Backup.write(file, kept);
        }

        @Override
        String done() {
            return "written:";
        }
    }

    /** {@code relogrid restore FILE}. */
    @Command(
            name = "restore",
            header = "Reads a backup into a service that has nothing yet; start the service afterwards.",
            footer = "Exit codes: 0 all is restored, 2 nothing is.")
    static final class RestoreCommand extends Work {
        @Override
        DatabaseAccess database(ServerOptions options) {
            return DatabaseAccess.existingOrNew(options);
        }

        @Override
        Backup.Summary work(Path file, Kept kept) {
            return Restore.read(file, kept);
        }

        @Override
        String done() {
            return "restored:";
        }
    }

    /** An application of settings only. */
    static final class Nothing {}
}
