package dev.relogrid.accuracy;

import dev.relogrid.vm.agreement.Agreement;
import dev.relogrid.vm.agreement.AgreementTables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Prints the tables of docs/ACCURACY.md; for ci/accuracy. */
public final class AccuracyTables {
    private AccuracyTables() {}

    /** Takes nothing. */
    public static void main(String[] arguments) throws IOException {
        System.out.println("### Against booted kernels\n");
        Booted booted = new Booted();
        List<Agreement> agreements = new ArrayList<>();
        for (BootedKernel kernel : BootedKernel.all()) {
            agreements.add(booted.agreement(kernel));
        }
        System.out.println(AgreementTables.of(agreements));
        ArchivedKernels kernels = ArchivedKernels.shipped();
        List<CorpusObject> objects = CorpusObject.all();
        System.out.println("### Verdicts by kind\n");
        CorpusTables verdicts = new CorpusTables(kernels);
        objects.forEach(verdicts::add);
        verdicts.print();
        System.out.println("\n### Time\n");
        CostTable costs = new CostTable(kernels);
        costs.measure(objects.stream().filter(CorpusObject::isTool).toList());
        costs.print();
    }
}
