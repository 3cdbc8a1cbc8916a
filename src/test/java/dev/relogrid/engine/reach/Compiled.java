package dev.relogrid.engine.reach;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.core.ReloKind;
import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.engine.object.Extern;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.RelocationRecord;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A compiled object on a kernel that lacks some types: relocations of these are poisoned, or say no where they ask whether
 * there is something; all others stay as compiled, or say yes.
 */
final class Compiled implements Loaded {
    private final BpfObject object;
    private final IdentityHashMap<Program, Map<Integer, Insn>> changed = new IdentityHashMap<>();
    private final IdentityHashMap<Program, Set<Integer>> relocated = new IdentityHashMap<>();
    private final Map<String, byte[]> options = new HashMap<>();
    private final Map<String, byte[]> presets = new HashMap<>();
    private Rules rules = Rules.of(6, 1, 176);
    private boolean anyRodata;

    private Compiled(BpfObject object, Set<String> missing) {
        this.object = object;
        Btf types = object.btf();
        if (types == null) {
            return;
        }
        for (RelocationRecord record : object.relocations()) {
            Program program = record.program();
            if (program != null) {
                boolean absent = missing.contains(types.name(record.relo().typeId()));
                relocate(program, record.programInsn(), record.relo().kind(), absent);
            }
        }
    }

    /** One of the samples that are checked in. */
    static Compiled sample(String name, String... missingTypes) {
        try {
            return new Compiled(
                    parse(Files.readAllBytes(Path.of("src/test/bpf/samples/" + name + ".bpf.o"))),
                    Set.of(missingTypes));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An object as compiled: whatever it asks for is there. */
    static Compiled of(BpfObject object) {
        return new Compiled(object, Set.of());
    }

    static BpfObject parse(byte[] file) {
        return BpfObject.parse(Bytes.of("object", file, ByteOrder.LITTLE_ENDIAN));
    }

    private void relocate(Program program, int at, int kind, boolean absent) {
        boolean asks = kind == ReloKind.FIELD_EXISTS.ordinal()
                || kind == ReloKind.TYPE_EXISTS.ordinal()
                || kind == ReloKind.ENUMVAL_EXISTS.ordinal();
        relocated.computeIfAbsent(program, p -> new HashSet<>()).add(at);
        Insn insn = program.insn(at);
        Map<Integer, Insn> insns = changed.computeIfAbsent(program, p -> new HashMap<>());
        if (asks) {
            insns.put(at, insn.withImm(absent ? 0 : 1));
        } else if (absent) {
            Insn poison = new Insn(Insn.CALL, 0, 0, 0, 0xbad2310);
            insns.put(at, poison);
            if (insn.isLdimm64()) {
                insns.put(at + 1, poison);
            }
        }
    }

    Compiled option(String name, int value) {
        byte[] bytes = new byte[4];
        for (int i = 0; i < 4; i++) {
            bytes[i] = (byte) (value >> 8 * i);
        }
        options.put(name, bytes);
        return this;
    }

    Compiled preset(String name, int value) {
        presets.put(name, new byte[] {(byte) value});
        return this;
    }

    Compiled anyRodata() {
        anyRodata = true;
        return this;
    }

    Compiled on(int major, int minor, int patch) {
        rules = Rules.of(major, minor, patch);
        return this;
    }

    Reached explore(Program program) {
        return new Reachability(object).explore(program, this, new Conditions(rules, anyRodata, Bounds.DEFAULT));
    }

    BpfObject object() {
        return object;
    }

    /** How the object's first program comes to the worst of its poisoned instructions. */
    Visit poison() {
        Program program = object.programs().getFirst();
        Reached reached = explore(program);
        Visit worst = Visit.NEVER;
        for (Map.Entry<Integer, Insn> insn :
                changed.getOrDefault(program, Map.of()).entrySet()) {
            if (insn.getValue().imm() == 0xbad2310) {
                Visit visit = reached.visit(program, insn.getKey());
                worst = visit.compareTo(worst) > 0 ? visit : worst;
            }
        }
        return worst;
    }

    @Override
    public Insn insn(Program function, int index) {
        Insn insn = changed.getOrDefault(function, Map.of()).get(index);
        return insn == null ? function.insn(index) : insn;
    }

    @Override
    public boolean isOpaque(Program function, int index) {
        return false;
    }

    @Override
    public boolean isRelocated(Program function, int index) {
        return relocated.getOrDefault(function, Collections.emptySet()).contains(index);
    }

    @Override
    public byte @Nullable [] kconfig(Extern extern) {
        return options.get(extern.name());
    }

    @Override
    public Presence ksym(Extern extern) {
        return Presence.UNKNOWN;
    }

    @Override
    public Map<String, byte[]> presets() {
        return presets;
    }
}
