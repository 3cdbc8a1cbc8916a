package dev.relogrid.archive.pack;

import dev.relogrid.engine.bytes.MalformedInput;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes raw BTF of a packed kernel again. */
final class BtfRebuilder {
    private final Pack pack;
    private final int kernel;
    private final UnitImage base;

    BtfRebuilder(Pack pack, int kernel) {
        this.pack = pack;
        this.kernel = kernel;
        if (!pack.kernels().get(kernel).hasTypes()) {
            throw new MalformedInput("pack", 0, "a kernel with BTF", "one without");
        }
        this.base = new UnitImage(pack, pack.order(kernel), null);
    }

    byte[] vmlinux() {
        return base.write(pack.kernels().get(kernel).bigEndian());
    }

    Map<String, byte[]> modules() {
        Map<String, byte[]> modules = new LinkedHashMap<>();
        boolean bigEndian = pack.kernels().get(kernel).bigEndian();
        base.write(bigEndian); // gives the strings their places, which those of modules go on from
        for (int unit : pack.modules().of(kernel)) {
            UnitImage module = new UnitImage(pack, pack.order(unit), base);
            modules.put(pack.modules().part(unit).name(), module.write(bigEndian));
        }
        return modules;
    }
}
