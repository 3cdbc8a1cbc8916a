package dev.relogrid.archive.pack;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The types of one unit of a packed kernel, of which only those exist that somebody asked for. Its ids are given out as
 * types are met and mean nothing outside; ids of a module's and of its kernel's types are of one sequence. For one
 * thread.
 */
final class PackedBtf extends Btf {
    private final KernelView view;
    private final int unit;
    private final @Nullable PackedBtf base;
    private final Types types;
    private final Map<Integer, Integer> idByToken = new HashMap<>();
    private final Map<Integer, int[]> idsBySymbol = new HashMap<>();

    /** All types met so far in one view; what is known of a type is at its id. */
    private static final class Types {
        private PackedBtf[] owners = new PackedBtf[64];
        private @Nullable Definition[] definitions = new Definition[64];
        /** Tokens of those whose definition is not known yet. */
        private int[] tokens = new int[64];

        private int[] nexts = new int[64];
        private int count = 1;

        private int add(PackedBtf owner, @Nullable Definition definition, int token) {
            if (count == owners.length) {
                owners = Arrays.copyOf(owners, 2 * count);
                definitions = Arrays.copyOf(definitions, 2 * count);
                tokens = Arrays.copyOf(tokens, 2 * count);
                nexts = Arrays.copyOf(nexts, 2 * count);
            }
            owners[count] = owner;
            definitions[count] = definition;
            tokens[count] = token;
            return count++;
        }
    }

    PackedBtf(KernelView view, int unit, @Nullable PackedBtf base) {
        this.view = view;
        this.unit = unit;
        this.base = base;
        this.types = base == null ? new Types() : base.types;
    }

    @Override
    public @Nullable Btf base() {
        return base;
    }

    @Override
    public int startId() {
        return 1;
    }

    /** So many are known by now, void and those of all other units of the kernel among them. */
    @Override
    public int typeCount() {
        return types.count;
    }

    @Override
    public ByteOrder order() {
        return view.description().bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    @Override
    protected int findPointerSize() {
        return view.description().pointerSize();
    }

    @Override
    protected Strings strings() {
        return view.pack().definitions();
    }

    // --- types

    private Definition definition(int id) {
        Definition known = types.definitions[id];
        return known == null ? settle(id) : known;
    }

    /** Finds the type a reference by name leads to: a module's own, or else its kernel's. */
    private Definition settle(int id) {
        Symbol symbol = view.pack().symbols().get(Token.index(types.tokens[id]));
        for (PackedBtf owner = types.owners[id]; owner != null; owner = owner.base) {
            int[] ids = owner.ids(symbol);
            Definition found = ids.length == 0 ? null : types.definitions[ids[0]];
            if (found != null) {
                types.owners[id] = owner;
                types.definitions[id] = found;
                return found;
            }
        }
        throw PackProblems.noType(symbol.number(), 0);
    }

    /** The ids of all own types of a symbol, which are given out now if they were not before. */
    private int[] ids(Symbol symbol) {
        int[] known = idsBySymbol.get(symbol.number());
        if (known == null) {
            Symbol.Row row = view.look(symbol, unit);
            known = new int[row == null ? 0 : row.definitions().length];
            for (int i = 0; i < known.length && row != null; i++) {
                Definition definition = view.pack().definitions().get(row.definitions()[i]);
                if (definition.symbol() != symbol.number()
                        || Definition.symbolClass(definition.kind()) != symbol.symbolClass()) {
                    throw PackProblems.noType(symbol.number(), i);
                }
                known[i] = types.add(this, definition, 0);
                if (i > 0) {
                    types.nexts[known[i - 1]] = known[i];
                }
            }
            idsBySymbol.put(symbol.number(), known);
        }
        return known;
    }

    /** The id for a token in one of this unit's definitions. */
    private int id(int token, Definition in) {
        int tag = Token.tag(token);
        if (tag == Token.VOID) {
            return 0;
        }
        if (tag == Token.LISTED) {
            return listed(Definitions.listed(in, Token.index(token)));
        }
        Integer known = idByToken.get(token);
        if (known == null) {
            known = types.add(
                    this, tag == Token.SYMBOL ? null : view.pack().definitions().get(Token.index(token)), token);
            idByToken.put(token, known);
        }
        return known;
    }

    private int listed(Token.Listed reference) {
        if (reference.kind() == Token.Kind.SYMBOL_AT) {
            return at(view.pack().symbols().get(reference.index()), reference.place());
        }
        PackedBtf kernel = base;
        if (kernel == null) {
            throw PackProblems.noType(reference.index(), reference.place());
        }
        return kernel.id(Token.of(Token.DEFINITION, reference.index()), PackProblems.NONE);
    }

    private int at(Symbol symbol, int place) {
        int[] own = ids(symbol);
        if (place < own.length) {
            return own[place];
        }
        if (base == null) {
            throw PackProblems.noType(symbol.number(), place);
        }
        return base.at(symbol, place - own.length);
    }

    @Override
    public int word(int id, int at) {
        return id == 0 ? 0 : definition(id).words()[at >> 2];
    }

    /** Known of a reference before its type is: the symbol says it, of all but enums. */
    @Override
    public int kind(int id) {
        if (id != 0 && types.definitions[id] == null) {
            Symbol symbol = view.pack().symbols().get(Token.index(types.tokens[id]));
            if (SymbolClass.isText(symbol.symbolClass())) {
                throw PackProblems.noType(symbol.number(), 0);
            }
            if (symbol.symbolClass() != BtfKind.ENUM) {
                return symbol.symbolClass();
            }
        }
        return super.kind(id);
    }

    /** Known of a reference before its type is. */
    @Override
    public String essentialNameOf(int id) {
        return id != 0 && types.definitions[id] == null
                ? view.pack().symbols().get(Token.index(types.tokens[id])).name()
                : super.essentialNameOf(id);
    }

    private int reference(int id, int at) {
        if (id == 0) {
            return 0;
        }
        Definition definition = definition(id);
        return types.owners[id].id(definition.words()[at >> 2], definition);
    }

    @Override
    public int type(int id) {
        return reference(id, 8);
    }

    @Override
    public int memberType(int id, int i) {
        return reference(id, 16 + 12 * i);
    }

    @Override
    public int arrayType(int id) {
        return reference(id, 12);
    }

    @Override
    public int arrayIndexType(int id) {
        return reference(id, 16);
    }

    @Override
    public int parameterType(int id, int i) {
        return reference(id, 16 + 8 * i);
    }

    @Override
    public int datasecType(int id, int i) {
        return reference(id, 12 + 12 * i);
    }

    // --- names

    @Override
    public int firstPossible(int kind, Btf names, int name) {
        Symbol symbol = view.pack().symbols().find(Definition.symbolClass(kind), names.essentialName(name));
        if (symbol == null) {
            return 0; // of no kernel, so nothing tells this one from others
        }
        int[] ids = ids(symbol);
        return ids.length == 0 ? 0 : ids[0];
    }

    @Override
    public int nextPossible(int id) {
        return types.nexts[id];
    }
}
