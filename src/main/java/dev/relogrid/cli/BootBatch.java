package dev.relogrid.cli;

import dev.relogrid.vm.BootKernel;
import dev.relogrid.vm.BootListener;
import dev.relogrid.vm.BootObject;
import dev.relogrid.vm.BootReport;
import dev.relogrid.vm.Boots;
import dev.relogrid.vm.EvidenceStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Boots kernels, as many side by side as the machine carries. What each said is kept as soon as it is done, so that an
 * end half-way loses only what was under way.
 */
record BootBatch(Boots boots, EvidenceStore store, BootListener listener) {
    /** The reports in the order of the kernels. */
    List<BootReport> run(List<BootKernel> kernels, List<BootObject> objects) {
        Map<String, BootObject> byName = new LinkedHashMap<>();
        objects.forEach(object -> byName.put(object.name(), object));
        return SideBySide.map(boots.atOnce(), kernels, kernel -> {
            BootReport report = boots.run(kernel, objects, listener);
            store.put(report, byName);
            return report;
        });
    }
}
