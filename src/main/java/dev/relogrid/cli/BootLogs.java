package dev.relogrid.cli;

import dev.relogrid.vm.BootReport;
import dev.relogrid.vm.BootedObject;
import dev.relogrid.vm.BootedProgram;
import dev.relogrid.vm.GuestLog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the verifier and libbpf said, as files in a folder: {@code KERNEL/OBJECT/PROGRAM.verifier.log}, {@code .libbpf.log}. */
record BootLogs(Path folder) {
    void write(List<BootReport> reports) {
        for (BootReport report : reports) {
            for (BootedObject object : report.objects()) {
                Path of = folder.resolve(plain(report.kernel())).resolve(plain(object.name()));
                for (BootedProgram program : object.programs()) {
                    write(of, plain(program.name()) + ".verifier.log", program.verifierLog());
                    write(of, plain(program.name()) + ".libbpf.log", program.libbpf());
                }
            }
        }
    }

    private static void write(Path of, String name, @Nullable GuestLog log) {
        if (log == null || log.total() == 0) {
            return;
        }
        try {
            Files.createDirectories(of);
            Files.writeString(of.resolve(name), log.text(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw NoAnswer.about(of.resolve(name), e);
        }
    }

    /** A name that stays in its folder, whatever an object calls its programs. */
    private static String plain(String name) {
        String text = name.replaceAll("[^A-Za-z0-9_.+~-]", "_");
        String tail = text.length() <= 120 ? text : text.substring(text.length() - 120);
        return tail.startsWith(".") ? "_" + tail : tail;
    }
}
