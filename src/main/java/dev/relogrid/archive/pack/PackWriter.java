package dev.relogrid.archive.pack;

import java.util.ArrayList;
import java.util.List;

/** Writes what was gathered as the bytes of a pack. */
final class PackWriter {
    private final Dictionary dictionary;
    private final Numbering numbers;

    /**
     * A unit to be written.
     *
     * @param name vmlinux or the module's
     * @param number its number
     */
    record Unit(String name, int number, UnitTypes.Summary types) {}

    PackWriter(Dictionary dictionary) {
        this.dictionary = dictionary;
        this.numbers = new Numbering(dictionary);
    }

    /**
     * @param orders of each kernel: vmlinux and then its modules; empty for a kernel without types
     */
    byte[] write(List<PackedKernel> kernels, List<List<Unit>> orders) {
        List<SectionWriter.Finished> sections = new ArrayList<>();
        sections.add(kernels(kernels));
        sections.add(symbols());
        sections.add(definitions());
        sections.add(orders(orders));
        Output out = new Output().raw(PackHeader.write(sections));
        for (SectionWriter.Finished section : sections) {
            out.raw(section.index()).raw(section.frames());
        }
        return out.toArray();
    }

    private static SectionWriter.Finished kernels(List<PackedKernel> kernels) {
        var section = new SectionWriter(SectionTag.KERN);
        kernels.forEach(kernel -> section.item(new byte[0], kernel.write()));
        return section.finish();
    }

    private SectionWriter.Finished symbols() {
        var section = new SectionWriter(SectionTag.SYMS);
        Output content = new Output();
        for (int number : numbers.symbols) {
            Dictionary.Symbol symbol = dictionary.symbols().get(number);
            byte[] name = Texts.name(dictionary.string(symbol.name));
            content.clear();
            content.u8(symbol.symbolClass).string(name);
            rows(symbol, content);
            byte[] key = Texts.key(symbol.symbolClass, name);
            section.item(key, new Output().number(content.length()).raw(content));
        }
        return section.finish();
    }

    private void rows(Dictionary.Symbol symbol, Output out) {
        out.number(symbol.rows.size());
        int last = 0;
        for (Dictionary.Row row : symbol.rows) {
            if (SymbolClass.isText(symbol.symbolClass)) {
                out.string(Texts.name(dictionary.string(row.content()[0])));
            } else {
                out.number(row.content().length);
                for (int definition : row.content()) {
                    int number = numbers.definitionNumbers[definition];
                    out.signed(number - last);
                    last = number;
                }
            }
            UnitSet.write(row.units(), out);
        }
    }

    private SectionWriter.Finished definitions() {
        var section = new SectionWriter(SectionTag.DEFS);
        Output content = new Output();
        section.item(new byte[0], new Output().u8(0)); // void; and no string is at place 0
        for (int definition : numbers.definitions) {
            content.clear();
            DefinitionCode.write(dictionary.definitions().get(definition), dictionary, numbers, content);
            section.item(new byte[0], new Output().number(content.length()).raw(content));
        }
        return section.finish();
    }

    private SectionWriter.Finished orders(List<List<Unit>> kernels) {
        var section = new SectionWriter(SectionTag.ORDR);
        var references = new OrderReferences();
        for (List<Unit> kernel : kernels) {
            Output item = new Output();
            for (Unit unit : kernel) {
                int[] order = new int[unit.types.order().length];
                for (int i = 0; i < order.length; i++) {
                    order[i] = numbers.definitionNumbers[unit.types.order()[i]];
                }
                OrderReferences.Choice choice = references.choose(unit.name, unit.number, order);
                Output content = new Output();
                new UnitOrder(order, unit.types.exceptions()).write(choice.order(), content);
                item.number(content.length()).number(choice.unit() + 1).raw(content);
            }
            section.item(new byte[0], item);
        }
        return section.finish();
    }
}
