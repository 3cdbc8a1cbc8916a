package dev.relogrid.engine.reach;

import static org.junit.jupiter.api.Assertions.assertNull;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.elf.Elf;
import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Extern;
import dev.relogrid.engine.object.Program;
import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.BtfBuilder.Parameter;
import dev.relogrid.fixture.BtfBuilder.Placed;
import dev.relogrid.fixture.ElfBuilder;
import dev.relogrid.fixture.Words;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A small object written in {@link Asm}, what is known of a kernel, and what the exploration says of its labels. */
final class Scene implements Loaded {
    private record Function(String section, int bind, int visibility, List<Asm.Line> lines) {}

    private record Place(String function, int insn) {}

    private final ByteOrder order;
    private final Map<String, Function> functions = new LinkedHashMap<>();
    private final Map<String, Place> labels = new HashMap<>();
    private final Map<String, byte[]> rodata = new LinkedHashMap<>();
    private final Map<String, byte[]> data = new LinkedHashMap<>();
    private final Map<String, byte @Nullable []> options = new LinkedHashMap<>();
    private final Map<String, Presence> functionsOfTheKernel = new LinkedHashMap<>();
    private final Map<String, Presence> symbolsOfTheKernel = new LinkedHashMap<>();
    private final Map<String, String> callbacks = new LinkedHashMap<>();
    private final Map<String, byte[]> presets = new HashMap<>();
    private final Set<String> relocated = new HashSet<>();
    private final Set<String> opaque = new HashSet<>();
    private Rules rules = Rules.of(7, 2, 0);
    private boolean anyRodata;
    private Bounds bounds = Bounds.DEFAULT;
    private @Nullable BpfObject object;
    private @Nullable Reached reached;

    Scene(ByteOrder order) {
        this.order = order;
    }

    Scene() {
        this(ByteOrder.LITTLE_ENDIAN);
    }

    /** The program. */
    Scene main(Asm.Line... lines) {
        return add("main", "kprobe/x", Elf.STB_GLOBAL, 0, lines);
    }

    Scene staticFunction(String name, Asm.Line... lines) {
        return add(name, ".text", Elf.STB_LOCAL, 0, lines);
    }

    Scene globalFunction(String name, Asm.Line... lines) {
        return add(name, ".text", Elf.STB_GLOBAL, 0, lines);
    }

    Scene hiddenFunction(String name, Asm.Line... lines) {
        return add(name, ".text", Elf.STB_GLOBAL, Elf.STV_HIDDEN, lines);
    }

    private Scene add(String name, String section, int bind, int visibility, Asm.Line... lines) {
        functions.put(name, new Function(section, bind, visibility, List.of(lines)));
        return this;
    }

    Scene rodata(String variable, int... bytes) {
        rodata.put(variable, bytes(bytes));
        return this;
    }

    Scene data(String variable, int... bytes) {
        data.put(variable, bytes(bytes));
        return this;
    }

    Scene preset(String variable, int... bytes) {
        presets.put(variable, bytes(bytes));
        return this;
    }

    Scene option(String name, int... bytes) {
        options.put(name, bytes(bytes));
        return this;
    }

    Scene unknownOption(String name) {
        options.put(name, null);
        return this;
    }

    Scene kernelFunction(String name, Presence presence) {
        functionsOfTheKernel.put(name, presence);
        return this;
    }

    Scene kernelSymbol(String name, Presence presence) {
        symbolsOfTheKernel.put(name, presence);
        return this;
    }

    /** The program is tagged with the function to call when something is thrown. */
    Scene exceptionCallback(String name) {
        callbacks.put("main", name);
        return this;
    }

    /** The instruction at the label holds what a relocation put there. */
    Scene relocated(String label) {
        relocated.add(label);
        return this;
    }

    Scene opaque(String label) {
        opaque.add(label);
        return this;
    }

    Scene on(int major, int minor, int patch) {
        rules = Rules.of(major, minor, patch);
        return this;
    }

    Scene anyRodata() {
        anyRodata = true;
        return this;
    }

    Scene bounds(int steps, int statesPerInsn) {
        bounds = new Bounds(steps, statesPerInsn);
        return this;
    }

    private static byte[] bytes(int... numbers) {
        byte[] bytes = new byte[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            bytes[i] = (byte) numbers[i];
        }
        return bytes;
    }

    Visit at(String label) {
        Place place = place(label);
        return explore().visit(program(place.function), place.insn);
    }

    /** The label of each branch decided on the way to one, with a + where its jump is taken. */
    List<String> pathTo(String label) {
        Place place = place(label);
        return words(explore().pathTo(program(place.function), place.insn));
    }

    List<String> keptFrom(String label) {
        Place place = place(label);
        return words(explore().keptFrom(program(place.function), place.insn));
    }

    List<Decision> decisionsKeeping(String label) {
        Place place = place(label);
        return explore().keptFrom(program(place.function), place.insn);
    }

    private List<String> words(List<Decision> decisions) {
        List<String> words = new ArrayList<>();
        for (Decision decision : decisions) {
            Place place = new Place(decision.function().name(), decision.insn());
            String name = place.toString();
            for (Map.Entry<String, Place> label : labels.entrySet()) {
                name = label.getValue().equals(place) ? label.getKey() : name;
            }
            words.add((decision.taken() ? "+" : "-") + name);
        }
        return words;
    }

    /** What the label stands for: the origins' names, of relocated instructions their labels. */
    String nameOf(Origins.Place origin) {
        return words(List.of(new Decision(
                        origin.function(), origin.insn(), true, new Origins(List.of(), List.of(), List.of(), false))))
                .getFirst()
                .substring(1);
    }

    Reached explore() {
        if (reached == null) {
            reached =
                    new Reachability(object()).explore(program("main"), this, new Conditions(rules, anyRodata, bounds));
        }
        return reached;
    }

    private Place place(String label) {
        object();
        return Objects.requireNonNull(labels.get(label), label);
    }

    Program program(String name) {
        for (Program program : object().programs()) {
            if (program.name().equals(name)) {
                return program;
            }
        }
        throw new IllegalStateException("no function " + name);
    }

    BpfObject object() {
        if (object == null) {
            object = BpfObject.parse(Bytes.of("scene", build(), order));
            assertNull(object.refusal());
        }
        return object;
    }

    private byte[] build() {
        ElfBuilder elf = new ElfBuilder(order);
        Map<String, Integer> sections = new LinkedHashMap<>();
        Map<String, Integer> offsets = new HashMap<>();
        Map<String, Words> code = new LinkedHashMap<>();
        functions.forEach((name, function) -> {
            Words words = code.computeIfAbsent(function.section, key -> new Words(order));
            offsets.put(name, words.size());
            assemble(name, function.lines, words);
        });
        code.forEach((name, words) -> sections.put(name, elf.code(name, words.bytes())));
        Map<String, Integer> symbols = new HashMap<>();
        functions.forEach((name, function) -> {
            int symbol = elf.symbol(
                    name,
                    function.bind,
                    Elf.STT_FUNC,
                    Objects.requireNonNull(sections.get(function.section)),
                    Objects.requireNonNull(offsets.get(name)),
                    length(function.lines));
            elf.visibility(symbol, function.visibility);
            symbols.put(name, symbol);
        });
        variables(elf, ".rodata", rodata, symbols);
        variables(elf, ".data", data, symbols);
        externs(elf, symbols);
        functions.forEach((name, function) -> relocate(
                elf,
                function,
                Objects.requireNonNull(sections.get(function.section)),
                Objects.requireNonNull(offsets.get(name)),
                symbols));
        return elf.bytes();
    }

    private static int length(List<Asm.Line> lines) {
        return (int) lines.stream().filter(line -> line.insn() != null).count() * Insn.SIZE;
    }

    private void assemble(String function, List<Asm.Line> lines, Words into) {
        Map<String, Integer> here = new HashMap<>();
        int at = 0;
        for (Asm.Line line : lines) {
            if (line.insn() == null) {
                here.put(Objects.requireNonNull(line.label()), at);
                labels.put(Objects.requireNonNull(line.label()), new Place(function, at));
            } else {
                at++;
            }
        }
        at = 0;
        for (Asm.Line line : lines) {
            Insn insn = line.insn();
            if (insn != null) {
                at++;
                Integer target = line.label() == null ? null : here.get(line.label());
                into.raw((target == null ? insn : insn.withOff(target - at)).encode(order));
            }
        }
    }

    private static void variables(
            ElfBuilder elf, String section, Map<String, byte[]> variables, Map<String, Integer> symbols) {
        if (variables.isEmpty()) {
            return;
        }
        Words words = new Words(ByteOrder.LITTLE_ENDIAN);
        Map<String, Integer> offsets = new LinkedHashMap<>();
        variables.forEach((name, bytes) -> {
            words.align(8);
            offsets.put(name, words.size());
            words.raw(bytes);
        });
        int index = elf.data(section, words.bytes());
        offsets.forEach((name, offset) -> symbols.put(
                name,
                elf.symbol(
                        name,
                        Elf.STB_GLOBAL,
                        Elf.STT_OBJECT,
                        index,
                        offset,
                        Objects.requireNonNull(variables.get(name)).length)));
    }

    private void externs(ElfBuilder elf, Map<String, Integer> symbols) {
        BtfBuilder types = new BtfBuilder();
        int number = types.integer("int", 4, BtfBuilder.SIGNED);
        int prototype = types.prototype(number, new Parameter("a", number));
        List<Placed> inKconfig = new ArrayList<>();
        List<Placed> inKsyms = new ArrayList<>();
        options.keySet()
                .forEach(name -> inKconfig.add(new Placed(types.variable(name, number, BtfBuilder.EXTERN), 0, 4)));
        functionsOfTheKernel
                .keySet()
                .forEach(name -> inKsyms.add(new Placed(types.function(name, prototype, BtfBuilder.EXTERN), 0, 0)));
        symbolsOfTheKernel
                .keySet()
                .forEach(name -> inKsyms.add(new Placed(types.variable(name, 0, BtfBuilder.EXTERN), 0, 0)));
        if (!inKconfig.isEmpty()) {
            types.datasec(".kconfig", 0, inKconfig.toArray(Placed[]::new));
        }
        if (!inKsyms.isEmpty()) {
            types.datasec(".ksyms", 0, inKsyms.toArray(Placed[]::new));
        }
        callbacks.forEach((program, name) ->
                types.declTag("exception_callback:" + name, types.function(program, prototype, 1), -1));
        List<String> names = new ArrayList<>(options.keySet());
        names.addAll(functionsOfTheKernel.keySet());
        names.addAll(symbolsOfTheKernel.keySet());
        names.forEach(name -> symbols.put(name, elf.symbol(name, Elf.STB_WEAK, Elf.STT_NOTYPE, Elf.SHN_UNDEF, 0, 0)));
        if (!names.isEmpty() || !callbacks.isEmpty()) {
            elf.data(".BTF", types.bytes(order));
        }
    }

    private static void relocate(
            ElfBuilder elf, Function function, int section, int offset, Map<String, Integer> symbols) {
        int at = offset;
        for (Asm.Line line : function.lines) {
            String symbol = line.symbol();
            if (symbol != null) {
                elf.rel(section, at, Objects.requireNonNull(symbols.get(symbol), symbol), 1);
            }
            at += line.insn() == null ? 0 : Insn.SIZE;
        }
    }

    @Override
    public Insn insn(Program function, int index) {
        return function.insn(index);
    }

    @Override
    public boolean isOpaque(Program function, int index) {
        return isLabelled(opaque, function, index);
    }

    @Override
    public boolean isRelocated(Program function, int index) {
        return isLabelled(relocated, function, index);
    }

    private boolean isLabelled(Set<String> some, Program function, int index) {
        Place place = new Place(function.name(), index);
        for (String label : some) {
            if (place.equals(labels.get(label))) {
                return true;
            }
        }
        return false;
    }

    @Override
    public byte @Nullable [] kconfig(Extern extern) {
        return options.get(extern.name());
    }

    @Override
    public Presence ksym(Extern extern) {
        Presence function = functionsOfTheKernel.get(extern.name());
        return function != null ? function : symbolsOfTheKernel.getOrDefault(extern.name(), Presence.UNKNOWN);
    }

    @Override
    public Map<String, byte[]> presets() {
        return presets;
    }
}
