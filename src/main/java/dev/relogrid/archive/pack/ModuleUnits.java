package dev.relogrid.archive.pack;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The numbers of units: the kernels first, then the modules by name and, of one name, by kernel. Not written in a pack,
 * but made from what it says of the kernels.
 */
final class ModuleUnits {
    private final List<PackedKernel> kernels;
    private final int[][] unitsOfKernel;
    private final List<Integer> kernelOf = new ArrayList<>();
    private final List<Integer> placeOf = new ArrayList<>();
    private final Map<List<String>, BitSet> sameNames = new HashMap<>();

    ModuleUnits(List<PackedKernel> kernels) {
        this.kernels = kernels;
        this.unitsOfKernel = new int[kernels.size()][];
        Map<String, List<int[]>> byName = new TreeMap<>();
        for (int i = 0; i < kernels.size(); i++) {
            List<PackedKernel.Part> parts = kernels.get(i).modules();
            unitsOfKernel[i] = new int[parts.size()];
            List<String> names = new ArrayList<>(parts.size());
            for (int j = 0; j < parts.size(); j++) {
                names.add(parts.get(j).name());
                byName.computeIfAbsent(parts.get(j).name(), name -> new ArrayList<>())
                        .add(new int[] {i, j});
            }
            sameNames.computeIfAbsent(names, n -> new BitSet()).set(i);
        }
        for (List<int[]> modules : byName.values()) {
            for (int[] module : modules) {
                unitsOfKernel[module[0]][module[1]] = kernels.size() + kernelOf.size();
                kernelOf.add(module[0]);
                placeOf.add(module[1]);
            }
        }
    }

    /** Kernels and modules together. */
    int units() {
        return kernels.size() + kernelOf.size();
    }

    /** The modules of a kernel, in its order of them. */
    int[] of(int kernel) {
        return unitsOfKernel[kernel];
    }

    int kernelOf(int unit) {
        return unit < kernels.size() ? unit : kernelOf.get(unit - kernels.size());
    }

    /** 0 for vmlinux, then from 1 on in the kernel's order of its modules. */
    int placeOf(int unit) {
        return unit < kernels.size() ? 0 : 1 + placeOf.get(unit - kernels.size());
    }

    PackedKernel.Part part(int unit) {
        PackedKernel kernel = kernels.get(kernelOf(unit));
        return unit < kernels.size() ? kernel.types() : kernel.modules().get(placeOf(unit) - 1);
    }

    /** All kernels with modules of the same names as this one. */
    BitSet kernelsWithModulesOf(int kernel) {
        List<String> names = new ArrayList<>();
        for (PackedKernel.Part part : kernels.get(kernel).modules()) {
            names.add(part.name());
        }
        return sameNames.getOrDefault(names, new BitSet());
    }
}
