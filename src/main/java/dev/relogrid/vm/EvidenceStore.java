package dev.relogrid.vm;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import dev.relogrid.archive.Sha256;
import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.vm.BootReport.GuestFacts;
import dev.relogrid.vm.EvidenceListing.Damaged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Booted evidence in a folder: one file for each object, kernel and setting, the logs beside it. A file is there whole
 * or not at all; of two runs of the same cell the last whole one stays, and a guest that died never takes the place of
 * one that did not. Safe for several threads and several processes.
 */
public final class EvidenceStore {
    private static final Object ONE_WRITER = new Object();
    private static final int LEVEL = 9;
    private static final int MAX_LOGS = 512 << 20;
    private static final int TRIES = 5;
    private static final String LOGS = ".log.zst";

    private final Path folder;

    public EvidenceStore(Path folder) {
        this.folder = folder;
    }

    /**
     * Keeps all of a report. What no guest ever spoke about is not evidence and is left out.
     *
     * @param objects of the request by name
     * @throws UncheckedIOException when the folder cannot be written
     */
    public void put(BootReport report, Map<String, BootObject> objects) {
        GuestFacts guest = report.guest();
        if (guest == null) {
            return;
        }
        for (BootedObject booted : report.objects()) {
            BootObject asked = objects.get(booted.name());
            if (asked != null) {
                try {
                    put(report.kernel(), guest, booted, asked);
                } catch (IOException e) {
                    throw new UncheckedIOException("cannot keep evidence in " + folder + ": " + e.getMessage(), e);
                }
            }
        }
    }

    private void put(String kernel, GuestFacts guest, BootedObject booted, BootObject asked) throws IOException {
        Path home = Files.createDirectories(home(booted.sha256()));
        Path file = home.resolve(cell(kernel, asked) + ".json");
        var gatherer = new EvidenceFile.Gatherer();
        EvidenceFile.ObjectRow row = gatherer.row(booted);
        byte[] text = gatherer.text.toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] packed = text.length == 0 ? text : Zstd.compress(text, LEVEL);
        String logs = text.length == 0 ? null : Sha256.of(packed).substring(0, 32) + LOGS;
        String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        EvidenceFile content = new EvidenceFile(
                EvidenceFile.SCHEMA,
                kernel,
                new TreeMap<>(asked.presets()),
                new TreeMap<>(asked.autoload()),
                now,
                guest,
                row,
                logs,
                text.length);
        synchronized (ONE_WRITER) {
            try (FileChannel lock =
                    FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                lock.lock();
                replace(file, content, packed);
            }
        }
    }

    /** Nobody else writes in this folder meanwhile. */
    private static void replace(Path file, EvidenceFile content, byte[] packed) throws IOException {
        EvidenceFile before = before(file);
        if (before != null
                && before.object().fault() == BootEnd.DONE
                && content.object().fault().isFault()) {
            return;
        }
        if (content.logs() != null) {
            write(file.resolveSibling(content.logs()), packed);
        }
        write(file, content.json());
        if (before != null && before.logs() != null && !before.logs().equals(content.logs())) {
            Files.deleteIfExists(logs(file, before));
        }
    }

    private static @Nullable EvidenceFile before(Path file) throws IOException {
        try {
            return Files.exists(file) ? parse(file) : null;
        } catch (MalformedInput e) {
            return null; // what is damaged may be replaced
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path part = Files.createTempFile(file.getParent(), "part", ".tmp");
        try {
            Files.write(part, bytes);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Readable by people up to the last dash; the digest tells apart what people's names would not. */
    private static String cell(String kernel, BootObject asked) {
        StringBuilder key = new StringBuilder(kernel);
        new TreeMap<>(asked.presets())
                .forEach((name, value) ->
                        key.append("\nset ").append(name).append('=').append(value));
        new TreeMap<>(asked.autoload())
                .forEach((name, on) ->
                        key.append("\nload ").append(name).append('=').append(on));
        String digest = Sha256.of(key.toString().getBytes(StandardCharsets.UTF_8));
        return prefix(kernel) + digest.substring(0, 16);
    }

    private static String prefix(String kernel) {
        return kernel.replaceAll("[^A-Za-z0-9.+~-]", "_") + "-";
    }

    private Path home(String sha256) {
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /** What a kernel said to an object, for every setting it was tried with. */
    public EvidenceListing find(String objectSha256, String kernelId) {
        if (!objectSha256.matches("[0-9a-f]{64}")) {
            return new EvidenceListing(List.of(), List.of());
        }
        return list(in(home(objectSha256), prefix(kernelId) + "*.json"), kernelId);
    }

    /** Everything. */
    public EvidenceListing all() {
        List<Path> files = new ArrayList<>();
        for (Path some : in(folder, "[0-9a-f][0-9a-f]")) {
            for (Path home : in(some, "*")) {
                files.addAll(in(home, "*.json"));
            }
        }
        return list(files, null);
    }

    private static EvidenceListing list(List<Path> files, @Nullable String kernel) {
        List<Evidence> found = new ArrayList<>();
        List<Damaged> damaged = new ArrayList<>();
        for (Path file : files) {
            try {
                Evidence evidence = evidence(parse(file), null);
                if (kernel == null || evidence.kernel().equals(kernel)) {
                    found.add(evidence);
                }
            } catch (MalformedInput e) {
                damaged.add(new Damaged(file, String.valueOf(e.getMessage())));
            }
        }
        return new EvidenceListing(List.copyOf(found), List.copyOf(damaged));
    }

    /** Names only: others may be removing what they replaced. */
    private static List<Path> in(Path parent, String glob) {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(parent)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent, glob)) {
                entries.forEach(found::add);
            } catch (IOException | DirectoryIteratorException e) {
                throw new BootProblem("cannot read evidence in " + parent + ": " + e.getMessage());
            }
        }
        found.sort(null);
        return found;
    }

    private static EvidenceFile parse(Path file) {
        try {
            return EvidenceFile.parse(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new MalformedInput(file.getFileName().toString(), 0, "a file that can be read", e.toString());
        }
    }

    private static Evidence evidence(EvidenceFile file, @Nullable String text) {
        try {
            return new Evidence(
                    file.kernel(),
                    file.presets(),
                    file.autoload(),
                    Instant.parse(file.recorded()),
                    file.guest(),
                    file.object(text));
        } catch (DateTimeException e) {
            throw new MalformedInput("evidence", 0, "a time", "'" + file.recorded() + "'");
        }
    }

    /**
     * The same with the logs, as they are kept now.
     *
     * @throws MalformedInput when they are damaged or gone
     */
    public Evidence withLogs(Evidence evidence) {
        BootObject asked =
                new BootObject(evidence.object().name(), new byte[0], evidence.presets(), evidence.autoload());
        Path file = home(evidence.object().sha256()).resolve(cell(evidence.kernel(), asked) + ".json");
        EvidenceFile content = parse(file);
        for (int i = 0; content.logs() != null && !Files.exists(logs(file, content)) && i < TRIES; i++) {
            content = parse(file); // it was replaced since it was read
        }
        return evidence(content, text(file, content));
    }

    private static Path logs(Path file, EvidenceFile content) {
        String name = content.logs();
        if (name == null || !name.matches("[0-9a-f]{32}\\.log\\.zst")) {
            throw new MalformedInput(file.getFileName().toString(), 0, "the name of a file of logs", "" + name);
        }
        return file.resolveSibling(name);
    }

    private static String text(Path file, EvidenceFile content) {
        if (content.logs() == null) {
            return "";
        }
        Path blob = logs(file, content);
        if (content.logBytes() < 0 || content.logBytes() > MAX_LOGS) {
            throw new MalformedInput(
                    file.getFileName().toString(), 0, "logs of a possible size", content.logBytes() + " bytes");
        }
        try {
            byte[] text = Zstd.decompress(Files.readAllBytes(blob), content.logBytes());
            return new String(text, StandardCharsets.ISO_8859_1);
        } catch (IOException | ZstdException e) {
            throw new MalformedInput(blob.getFileName().toString(), 0, "logs", e.toString());
        }
    }
}
