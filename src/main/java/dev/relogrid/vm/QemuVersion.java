package dev.relogrid.vm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;

/** What the QEMU that is installed says of itself; asked once. */
final class QemuVersion {
    private static final ConcurrentMap<Machine, String> KNOWN = new ConcurrentHashMap<>();
    private static final String START = "QEMU emulator version ";

    private QemuVersion() {}

    /**
     * As in {@code 7.2.22}.
     *
     * @throws BootProblem when it is not installed
     */
    static String of(Machine machine) {
        return KNOWN.computeIfAbsent(machine, QemuVersion::ask);
    }

    private static String ask(Machine machine) {
        try {
            Process process = new ProcessBuilder(machine.qemu, "--version")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readNBytes(4096), StandardCharsets.UTF_8);
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            int at = said.indexOf(START);
            return at < 0 ? said.strip() : said.substring(at + START.length()).split("[ \n]", 2)[0];
        } catch (IOException e) {
            throw new BootProblem(machine.qemu + " is not installed: install the package " + machine.debianPackage);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BootProblem("interrupted while asking " + machine.qemu + " for its version");
        }
    }
}
