package dev.relogrid.matrix.run;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.KernelId;
import dev.relogrid.archive.StoredKernel;
import dev.relogrid.archive.images.KernelImages;
import dev.relogrid.archive.images.StoredImage;
import dev.relogrid.archive.query.KernelQuery;
import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.matrix.kernel.ArchiveState;
import dev.relogrid.vm.BootKernel;
import dev.relogrid.vm.ModulesFor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be booted.
 *
 * @param ready kernels that can be, each with its row in the archive
 * @param leftOut those that cannot, by id, and why
 */
record BootPlan(List<Target> ready, Map<String, String> leftOut) {

    /** One kernel, as QEMU starts it and as the engine knows it. */
    record Target(BootKernel kernel, StoredKernel stored) {}

    /**
     * Looks for images of what the queries mean.
     *
     * @throws ArchiveProblem when a query does not parse, or means no kernel
     */
    static BootPlan of(List<String> queries, ArchiveState archive, KernelImages images, BpfObject object)
            throws IOException {
        List<KernelQuery> parsed = queries.stream().map(KernelQuery::parse).toList();
        Map<String, StoredKernel> stored = new LinkedHashMap<>();
        archive.kernels().forEach(kernel -> stored.put(kernel.id(), kernel));
        ModulesFor modules = new ModulesFor(List.of(object));
        BootPlan plan = new BootPlan(new ArrayList<>(), new LinkedHashMap<>());
        for (CatalogEntry entry : KernelQuery.select(parsed, archive.archive().entries())) {
            StoredKernel kernel = stored.get(entry.id().toString());
            if (kernel != null) {
                plan.add(entry.id(), kernel, images, modules);
            }
        }
        return plan;
    }

    private void add(KernelId id, StoredKernel stored, KernelImages images, ModulesFor modules) throws IOException {
        try {
            String refusal = KernelImages.refusal(id);
            StoredImage image = refusal == null ? images.find(id) : null;
            String damage = image == null ? null : image.damage();
            if (image == null) {
                leftOut.put(id.toString(), refusal == null ? "its image is not on this node" : refusal);
            } else if (damage != null) {
                leftOut.put(id.toString(), "its image is damaged, " + damage);
            } else {
                ready.add(new Target(
                        new BootKernel(
                                id.toString(),
                                id.arch(),
                                id.release(),
                                image.image(),
                                image.config(),
                                image.insertionOrder(modules.on(stored, image))),
                        stored));
            }
        } catch (ArchiveProblem | MalformedInput e) {
            leftOut.put(id.toString(), String.valueOf(e.getMessage()));
        }
    }

    /** Why nothing can be booted, a sentence. */
    String whyNothing() {
        Map.Entry<String, String> first = leftOut.entrySet().iterator().next();
        return "none of " + leftOut.size() + " kernels can be booted here: " + first.getKey() + ": " + first.getValue();
    }
}
