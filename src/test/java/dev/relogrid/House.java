package dev.relogrid;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rooms of the house and the arrows between them, as data, and the rules that follow. Takes the root package as an
 * argument, so that the same rules can be held against a small house that breaks them.
 *
 * @param root the package all rooms lie in, such as {@code dev.relogrid}
 */
record House(String root) {

    /** One row of the table: a room, the rooms it may import, the libraries beyond the JDK and JSpecify it may use. */
    record Room(String name, List<String> rooms, List<String> libraries) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** A library, or a part of the JDK, that only some rooms may know. */
    record Owned(String packages, List<String> rooms) {}

    private static final List<String> JSON = List.of("tools.jackson..", "com.fasterxml.jackson.annotation..");
    private static final List<String> ANY_LIBRARY = List.of("..");

    static final List<Room> ROOMS = List.of(
            bench("engine.bytes"),
            bench("engine.elf", "engine.bytes"),
            bench("engine.btf", "engine.bytes"),
            bench("engine.insn", "engine.bytes"),
            bench("engine.core", "engine.btf", "engine.insn", "engine.bytes"),
            bench("engine.object", "engine.elf", "engine.btf", "engine.insn", "engine.bytes"),
            bench("engine.kernel", "engine.btf", "engine.bytes"),
            bench("engine.finding", "engine.object"),
            bench("engine.history", "engine.kernel", "engine.btf", "engine.bytes"),
            bench("engine.reach", "engine.object", "engine.insn", "engine.elf", "engine.btf", "engine.bytes"),
            bench(
                    "engine.extern",
                    "engine.object",
                    "engine.kernel",
                    "engine.finding",
                    "engine.core",
                    "engine.btf",
                    "engine.bytes"),
            bench(
                    "engine.feature",
                    "engine.object",
                    "engine.kernel",
                    "engine.finding",
                    "engine.insn",
                    "engine.elf",
                    "engine.btf",
                    "engine.bytes"),
            bench(
                    "engine.usage",
                    "engine.feature",
                    "engine.history",
                    "engine.core",
                    "engine.object",
                    "engine.insn",
                    "engine.btf"),
            bench(
                    "engine.advice",
                    "engine.core",
                    "engine.kernel",
                    "engine.object",
                    "engine.finding",
                    "engine.insn",
                    "engine.btf",
                    "engine.bytes"),
            bench(
                    "engine.verdict",
                    "engine.advice",
                    "engine.extern",
                    "engine.feature",
                    "engine.finding",
                    "engine.reach",
                    "engine.object",
                    "engine.core",
                    "engine.kernel",
                    "engine.insn",
                    "engine.elf",
                    "engine.btf",
                    "engine.bytes"),
            new Room(
                    "archive",
                    List.of("engine.kernel", "engine.elf", "engine.btf", "engine.bytes"),
                    and(JSON, "org.apache.commons.compress..", "org.tukaani.xz..", "com.github.luben.zstd..")),
            new Room(
                    "archive.pack",
                    List.of("engine.kernel", "engine.btf", "engine.bytes"),
                    List.of("com.github.luben.zstd..")),
            new Room("archive.images", List.of("archive", "engine.bytes"), List.of()),
            new Room("archive.debian", List.of("archive", "engine.bytes"), List.of()),
            new Room("vm", List.of("archive", "engine"), ANY_LIBRARY),
            new Room("report", List.of("archive", "engine"), JSON),
            new Room(
                    "policy",
                    List.of("report", "archive", "engine"),
                    and(JSON, "tools.jackson.dataformat.yaml..", "org.snakeyaml.engine..")),
            new Room("gate", List.of("policy", "report", "archive", "engine"), and(JSON, "javax.xml.stream..")),
            new Room(
                    "embedded",
                    List.of("engine"),
                    List.of("org.apache.commons.compress..", "org.tukaani.xz..", "com.github.luben.zstd..")),
            new Room("matrix", List.of("gate", "policy", "report", "vm", "archive", "engine"), ANY_LIBRARY),
            new Room("web", List.of("matrix", "gate", "policy", "report", "vm", "archive", "engine"), ANY_LIBRARY),
            new Room(
                    "cli",
                    List.of("embedded", "gate", "policy", "report", "vm", "archive", "engine"),
                    and(JSON, "picocli..")));

    static final List<Owned> OWNED = List.of(
            new Owned("org.springframework.web..", List.of("web")),
            new Owned("java.sql..", List.of("matrix")),
            new Owned("javax.sql..", List.of("matrix")),
            new Owned("org.springframework.jdbc..", List.of("matrix")));

    private static final String RAW_ACCESS =
            "java\\.nio\\..*Buffer|java\\.lang\\.invoke\\..*VarHandle.*|java\\.lang\\.foreign\\..*";

    /** A room imports only itself and the rooms its row names. */
    ArchRule arrowsOf(Room room) {
        String[] known = Stream.concat(Stream.of(room.name), room.rooms.stream())
                .map(this::packages)
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(packages(room.name))
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage(root + "..")).or(resideInAnyPackage(known)))
                .as(room + " imports only " + room.rooms)
                .allowEmptyShould(true);
    }

    /** A room uses only the JDK, JSpecify and the libraries its row names. */
    ArchRule librariesOf(Room room) {
        String[] known = Stream.concat(Stream.of("java..", "org.jspecify..", root + ".."), room.libraries.stream())
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(packages(room.name))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(known))
                .as(room + " uses only the JDK and " + room.libraries)
                .allowEmptyShould(true);
    }

    /** The engine as a whole imports nothing but itself, {@code java..} and JSpecify. */
    ArchRule engineStandsAlone() {
        return classes()
                .that()
                .resideInAPackage(packages("engine"))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", packages("engine")));
    }

    ArchRule onlyOwnersUse(Owned owned) {
        String[] owners = owned.rooms.stream().map(this::packages).toArray(String[]::new);
        return noClasses()
                .that()
                .resideOutsideOfPackages(owners)
                .should()
                .dependOnClassesThat(resideInAPackage(owned.packages))
                .as("only " + owned.rooms + " may use " + owned.packages)
                .allowEmptyShould(true);
    }

    /** Raw access to bytes has one home, so that bounds are checked in one place. */
    ArchRule onlyBytesTouchesBuffers() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(packages("engine.bytes"))
                .should()
                .dependOnClassesThat()
                .haveNameMatching(RAW_ACCESS)
                .as("only engine.bytes touches buffers, variable handles and memory segments");
    }

    ArchRule packagesHaveNoCycles() {
        return SlicesRuleDefinition.slices()
                .matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .as("packages have no cycles");
    }

    /** A new package belongs to a room of the table, or the table is extended first; the root holds the application. */
    ArchRule everyClassHasARoom() {
        String[] rooms = ROOMS.stream().map(room -> packages(room.name)).toArray(String[]::new);
        return classes()
                .should()
                .resideInAnyPackage(Stream.concat(
                                Stream.of(root, packages("engine").replace("..", "")), Stream.of(rooms))
                        .toArray(String[]::new))
                .as("every class lives in a room of the table");
    }

    private String packages(String room) {
        return root + "." + room + "..";
    }

    /** A room inside the engine: no libraries at all. */
    private static Room bench(String name, String... rooms) {
        return new Room(name, List.of(rooms), List.of());
    }

    private static List<String> and(List<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).toList();
    }
}
