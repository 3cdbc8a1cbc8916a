package dev.relogrid.archive;

import dev.relogrid.archive.image.Extraction;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.NamedBtf;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.kernel.Kconfig;
import dev.relogrid.engine.kernel.Kernel;
import dev.relogrid.engine.kernel.KernelFamily;
import dev.relogrid.engine.kernel.KernelSymbols;
import dev.relogrid.engine.kernel.Measured;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kernel whose parts lie in files. Nothing is read before it is asked for, and what was read is kept only as long as
 * somebody holds it, so that a list of thousands of kernels costs no more than the few in use. May be shared by threads.
 */
public final class StoredKernel implements Kernel {
    /** A named thing to read BTF from. */
    record Part(String name, Read read) {}

    /** Reads and unwraps; an {@code IOException} is about the file, damage is a {@code MalformedInput}. */
    interface Read {
        Extraction read() throws IOException;
    }

    /** Lists the parts of modules, sorted by name. */
    interface ModuleList {
        List<Part> list() throws IOException;
    }

    /**
     * Its place among kernels it shares its types with.
     *
     * @param index its number in the family
     */
    public record Membership(KernelFamily family, int index) {}

    private final String id;
    private final Read vmlinux;
    private final ModuleList modules;
    private final BesideTypes others;
    private WeakReference<Btf> parsed = new WeakReference<>(null);
    private @Nullable String noBtf;

    /** One on its own. */
    StoredKernel(String id, Read vmlinux, ModuleList modules) {
        this(id, vmlinux, modules, BesideTypes.NOTHING);
    }

    StoredKernel(String id, Read vmlinux, ModuleList modules, BesideTypes others) {
        this.id = id;
        this.vmlinux = vmlinux;
        this.modules = modules;
        this.others = others;
    }

    @Override
    public String id() {
        return id;
    }

    /** The family it can be judged with; null when it is on its own. */
    public @Nullable Membership membership() {
        return others.membership();
    }

    /** Its row in the archive; null for a file. */
    public @Nullable CatalogEntry entry() {
        return others.entry();
    }

    /** @throws ArchiveProblem when the file cannot be read */
    @Override
    public synchronized @Nullable Btf vmlinux() {
        Btf btf = parsed.get();
        if (btf == null && noBtf == null) {
            switch (read(id, vmlinux)) {
                case Extraction.Found found -> {
                    btf = Btf.parse(bytes(id, found));
                    parsed = new WeakReference<>(btf);
                }
                case Extraction.NoBtf none -> noBtf = none.reason();
            }
        }
        return btf;
    }

    @Override
    public @Nullable String noBtf() {
        return vmlinux() == null ? noBtf : null;
    }

    /** Sorted by name; modules without BTF are left out. All of them are read. */
    @Override
    public List<NamedBtf> modules() {
        Btf base = vmlinux();
        if (base == null) {
            return List.of();
        }
        List<NamedBtf> all = new ArrayList<>();
        for (Part part : listModules()) {
            if (read(part.name(), part.read()) instanceof Extraction.Found found) {
                all.add(new NamedBtf(part.name(), Btf.parseSplit(bytes(id + " module " + part.name(), found), base)));
            }
        }
        return List.copyOf(all);
    }

    @Override
    public @Nullable Kconfig config() {
        return others.config();
    }

    @Override
    public @Nullable KernelSymbols symbols() {
        return others.symbols();
    }

    @Override
    public @Nullable Measured measured() {
        return others.measured();
    }

    @Override
    public @Nullable String version() {
        return others.version();
    }

    @Override
    public boolean isInModulesElsewhere(String function) {
        return others.isInModulesElsewhere(function);
    }

    @Override
    public boolean isTypeNowhere(int kind, String essentialName) {
        return others.isTypeNowhere(kind, essentialName);
    }

    private List<Part> listModules() {
        try {
            return modules.list();
        } catch (IOException e) {
            throw unreadable(id, e);
        }
    }

    private static Extraction read(String name, Read read) {
        try {
            return read.read();
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    static ArchiveProblem unreadable(String name, IOException e) {
        String why = e.getClass().getSimpleName().replace("Exception", "");
        return new ArchiveProblem("cannot read " + name + ": " + why
                + (e.getMessage() == null || e.getMessage().equals(name) ? "" : " (" + e.getMessage() + ")"));
    }

    /** {@code Btf} finds the byte order out by itself. */
    private static Bytes bytes(String name, Extraction.Found found) {
        return Bytes.of(name, found.btf(), ByteOrder.LITTLE_ENDIAN);
    }
}
