package dev.relogrid.archive.pack;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.bytes.MalformedInput;

/**
 * The definitions of a pack, each read when it is first asked for and kept from then on; and the strings in them, by
 * their place in the section.
 */
final class Definitions implements Btf.Strings {
    private final Section section;
    private final Blocks<Definition> blocks;

    Definitions(Section section) {
        this.section = section;
        this.blocks = new Blocks<>(section, (number, in, rawStart) -> DefinitionCode.read(in, rawStart));
    }

    int count() {
        return section.items();
    }

    Definition get(int number) {
        return blocks.item(number);
    }

    /**
     * Reads all once, and keeps none.
     *
     * @param symbols how many there are
     * @throws MalformedInput for the first that does not read, or refers to what is not there
     */
    void verify(int symbols) {
        for (int block = 0; block < section.blocks(); block++) {
            Blocks.Block<Definition> content = blocks.unkept(block);
            for (int item = block == 0 ? 1 : 0; item < content.items(); item++) {
                Definition definition = blocks.read(block, content, item);
                String wrong = References.wrong(definition, symbols, count());
                if (!wrong.isEmpty()) {
                    throw new MalformedInput(
                            section.name() + " block " + block,
                            content.starts[item],
                            "references to symbols below " + symbols + " and definitions below " + count(),
                            wrong);
                }
            }
        }
    }

    /** What a listed reference of a definition is. */
    static Token.Listed listed(Definition definition, int index) {
        if (index >= definition.listed().size()) {
            throw new MalformedInput(
                    "pack section DEFS",
                    0,
                    "one of " + definition.listed().size() + " listed references",
                    "number " + index);
        }
        return definition.listed().get(index);
    }

    @Override
    public Bytes bytes(int off) {
        return blocks.block(section.blockAt(off)).bytes;
    }

    @Override
    public int start(int off) {
        return section.rawStart(section.blockAt(off));
    }

    @Override
    public boolean contains(int off) {
        return off >= 0 && off < end();
    }

    @Override
    public int end() {
        return section.rawLength();
    }
}
