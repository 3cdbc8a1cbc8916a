package dev.relogrid.engine.reach;

import dev.relogrid.engine.insn.Insn;
import dev.relogrid.engine.object.Extern;
import dev.relogrid.engine.object.MapDef;
import dev.relogrid.engine.object.Reference;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks every path of a program in the verifier's order ({@code do_check}): at a branch that goes both ways the next
 * instruction first, the jump's target later.
 */
final class Walk {
    private static final int JA = 0x05;
    private static final int JA_INDIRECT = 0x0d;
    private static final int JA32 = 0x06;
    private static final int EXIT = 0x95;
    private static final int MAY_GOTO = 0xe5;
    private static final int LOAD_PACKET_ABS = 0x20;
    private static final int LOAD_PACKET_IND = 0x40;
    private static final int TAIL_CALL = 12;
    private static final String LEADS_OUT = "leads out of its function";
    private static final String UNKNOWN = "is none the verifier knows";
    /** As the verifier has it ({@code BPF_COMPLEXITY_LIMIT_JMP_SEQ}). */
    private static final int MOST_WAITING = 8192;

    private final Known known;
    private final Code code;
    private final Bounds bounds;
    private final Findings findings;
    private final Alu alu;
    private final Memory memory;
    private final Calls calls;
    private final Branches branches;
    private final Prunes prunes;
    private final IdentityHashMap<MapDef, Integer> maps = new IdentityHashMap<>();
    private final Frames outermost = Frames.outermost();
    private final Deque<State> waiting = new ArrayDeque<>();
    private final Deque<State> roots = new ArrayDeque<>();
    private final boolean[] isRoot;
    /** The function the path is in: the first of its instructions, and the one behind its last. */
    private int start;

    private int end;

    Walk(Known known, Bounds bounds, List<MapDef> allMaps) {
        this.known = known;
        this.code = known.code;
        this.bounds = bounds;
        this.findings = new Findings(code.length);
        this.alu = new Alu(known);
        this.memory = new Memory(known);
        this.calls = new Calls(known, allMaps);
        this.branches = new Branches(known);
        this.prunes = new Prunes(known, bounds);
        this.isRoot = new boolean[code.functions()];
        for (int i = 0; i < allMaps.size(); i++) {
            maps.put(allMaps.get(i), i);
        }
    }

    /**
     * @param own how many functions, the program first, are looked at when they are called; those after them are in any case
     */
    Findings run(int own) {
        root(0, null);
        for (int i = 1; i < code.functions(); i++) {
            if (i >= own || !known.rules.lazyGlobals() && code.isGlobal(i)) {
                root(i, null);
            }
        }
        while (findings.why == null && !(waiting.isEmpty() && roots.isEmpty())) {
            State state = waiting.isEmpty() ? roots.removeFirst() : waiting.removeLast();
            enter(state.function);
            boolean goesOn = true;
            while (goesOn) {
                goesOn = step(state) && findings.why == null;
            }
        }
        findings.states = prunes.states;
        findings.opaque |= known.opaqueMattered;
        findings.versionFrom = known.versions.from();
        findings.versionTo = known.versions.to();
        return findings;
    }

    /** Looks at a function by itself, for any arguments. */
    private void root(int function, @Nullable Path path) {
        if (!isRoot[function]) {
            isRoot[function] = true;
            State state = new State(function, code.start(function), outermost);
            state.path = path;
            roots.addLast(state);
        }
    }

    private void enter(int function) {
        code.read(function);
        start = code.start(function);
        end = code.end(function);
    }

    /** One instruction; false when the path ends with it. */
    private boolean step(State state) {
        int pc = state.pc;
        if (pc >= end) {
            return strange(end - 1, LEADS_OUT);
        }
        if (findings.steps >= bounds.steps()) {
            return stop("more than " + bounds.steps() + " instructions were looked at");
        }
        if ((code.isTarget[pc] || pc == start) && prunes.prune(state)) {
            return false;
        }
        if (prunes.isFull()) {
            return stop("more states than fit were met");
        }
        findings.visit(pc, state);
        int opcode = code.code[pc] & 0xff;
        int kind = opcode & 7;
        if (code.dst[pc] > 10 || code.src[pc] > 10 || code.dst[pc] == 10 && isWritten(kind)) {
            return memory.stackArgument(state, pc) ? next(state, true, pc) : strange(pc, "names a register it may not");
        }
        return switch (kind) {
            case Insn.ALU, Insn.ALU64 -> {
                alu.run(state, pc);
                yield next(state, (opcode & 0xf0) <= 0xd0, pc);
            }
            case Insn.LDX -> {
                memory.load(state, pc);
                yield next(state, true, pc);
            }
            case Insn.ST, Insn.STX -> {
                memory.store(state, pc);
                yield next(state, true, pc);
            }
            case Insn.LD -> load(state, pc, opcode);
            default -> jump(state, pc, opcode);
        };
    }

    private static boolean isWritten(int kind) {
        return kind == Insn.ALU || kind == Insn.ALU64 || kind == Insn.LDX || kind == Insn.LD;
    }

    private boolean next(State state, boolean isKnown, int pc) {
        state.pc = pc + 1;
        return isKnown || strange(pc, UNKNOWN);
    }

    private boolean stop(String why) {
        findings.why = why;
        return false;
    }

    /** Ends a path in code that no verifier takes. */
    private boolean strange(int pc, String how) {
        if (findings.strange == null) {
            int function = code.functionAt(pc);
            findings.strange = "instruction " + (pc - code.start(function)) + " of '"
                    + code.function(function).name() + "' " + how;
        }
        return false;
    }

    private boolean load(State state, int pc, int opcode) {
        int mode = opcode & 0xe0;
        if (opcode == Insn.LDIMM64 && pc + 1 < end) {
            loadNumber(state, pc);
            findings.mark(pc + 1, state);
            state.pc = pc + 2;
            return true;
        }
        if (mode != LOAD_PACKET_ABS && mode != LOAD_PACKET_IND) {
            return strange(pc, UNKNOWN);
        }
        for (int register = 0; register <= 5; register++) {
            state.forget(state.base() + register);
        }
        return mayReturn(state) && next(state, true, pc);
    }

    /** What ends the program when it fails, or goes on elsewhere, ends newer verifiers' sub-programs only. */
    private boolean mayReturn(State state) {
        if (state.frames.depth > 0) {
            State returned = state.copy();
            returned.forget(returned.base());
            returned.leave();
            return await(returned);
        }
        return true;
    }

    private boolean await(State state) {
        waiting.addLast(state);
        return waiting.size() <= MOST_WAITING || stop("more than " + MOST_WAITING + " branches wait to be looked at");
    }

    private void loadNumber(State state, int pc) {
        int dst = state.base() + code.dst[pc];
        Reference reference = code.reference(pc);
        if (reference == null) {
            state.forget(dst);
            if (code.src[pc] == 0) {
                state.constant(dst, code.imm[pc] & Bits.LOW | (long) code.imm[pc + 1] << 32, known.originOf(pc));
            }
        } else if (reference instanceof Reference.ToFunction function) {
            state.pointer(dst, State.FUNCTION, code.numberOf(function.function()));
        } else if (reference instanceof Reference.ToMap map) {
            if (map.map().internal()) {
                int region = known.constants.region(map.map());
                state.pointer(dst, State.kind(State.MAP_VALUE, region), map.offset());
            } else {
                state.pointer(dst, State.MAP, maps.getOrDefault(map.map(), 0));
            }
        } else if (reference instanceof Reference.ToExtern extern) {
            loadExtern(state, dst, extern.extern());
        }
    }

    private void loadExtern(State state, int dst, Extern extern) {
        state.forget(dst);
        if (extern.kind() == Extern.Kind.KCONFIG) {
            state.pointer(dst, State.kind(State.MAP_VALUE, known.constants.region(extern)), 0);
            return;
        }
        Presence presence = known.loaded.ksym(extern);
        if (presence == Presence.ABSENT) {
            state.constant(dst, 0, known.originOf(extern));
        } else if (presence == Presence.PRESENT) {
            if (extern.kind() == Extern.Kind.KSYM_UNTYPED) {
                state.kind[dst] = State.NONZERO;
                state.origin[dst] = known.originOf(extern);
            } else if (extern.kind() == Extern.Kind.KFUNC && known.rules.kfuncNotNull()) {
                state.kind[dst] = State.NOT_NULL;
                state.origin[dst] = known.originOf(extern);
            }
        }
    }

    private boolean jump(State state, int pc, int opcode) {
        return switch (opcode) {
            case JA -> go(state, pc, code.off[pc]);
            case JA32 -> go(state, pc, code.imm[pc]);
            case JA_INDIRECT -> stop("there is an indirect jump");
            case Insn.CALL -> call(state, pc);
            case EXIT -> exit(state);
            case MAY_GOTO -> mayGo(state, pc);
            default -> Branches.isComparison(opcode & 0xf0) ? branch(state, pc) : strange(pc, UNKNOWN);
        };
    }

    private boolean go(State state, int pc, int by) {
        long target = pc + 1L + by;
        if (target < start || target >= end) {
            return strange(pc, LEADS_OUT);
        }
        state.pc = (int) target;
        return true;
    }

    /** A loop that may be left at any time: the verifier leaves it first. */
    private boolean mayGo(State state, int pc) {
        State round = state.copy();
        prunes.goRound(round);
        round.pc = pc + 1;
        state.rounds = round.rounds;
        return await(round) && go(state, pc, code.off[pc]);
    }

    private boolean branch(State state, int pc) {
        int way = branches.decide(state, pc);
        if (way == Branches.BOTH) {
            return branchBoth(state, pc);
        }
        boolean taken = way == Branches.TAKEN;
        findings.decides(pc, taken, branches.origins, known.origins);
        if (branches.origins != OriginPool.NONE) {
            state.path = Path.after(state.path, pc, taken, branches.origins);
        }
        state.pc = pc + 1;
        return !taken || go(state, pc, code.off[pc]);
    }

    private boolean branchBoth(State state, int pc) {
        if ((state.flags & State.FORGOT) != 0 && branches.origins != OriginPool.NONE) {
            state.flags |= State.UNSURE;
        }
        findings.goesBothWays(pc);
        State other = state.copy();
        branches.refine(other, pc, true);
        branches.refine(state, pc, false);
        state.pc = pc + 1;
        return !go(other, pc, code.off[pc]) || await(other);
    }

    private boolean exit(State state) {
        if (state.frames.depth == 0) {
            return false;
        }
        state.leave();
        enter(state.function);
        return true;
    }

    private boolean call(State state, int pc) {
        int source = code.src[pc];
        int helper = source == 0 ? code.imm[pc] : 0;
        if (source == 0 && Calls.isPoison(helper)) {
            return false;
        }
        Reference reference = code.reference(pc);
        if (reference instanceof Reference.ToExtern extern) {
            if (isIteration(extern.extern())) {
                prunes.goRound(state);
            }
        } else if (source == Insn.PSEUDO_CALL) {
            int callee = reference instanceof Reference.ToFunction function ? code.numberOf(function.function()) : -1;
            if (callee < 0) {
                return strange(pc, "calls what is no function");
            }
            if (!code.isGlobal(callee)) {
                return enterStatic(state, pc, callee);
            }
            root(callee, state.path);
        }
        rootCallbacks(state);
        if (helper == TAIL_CALL && !mayReturn(state)) {
            return false;
        }
        calls.run(state, helper);
        return next(state, true, pc);
    }

    /** Whether a kernel function goes round a loop: the kernel takes only this form of name for one. */
    private static boolean isIteration(Extern function) {
        return function.name().startsWith("bpf_iter_") && function.name().endsWith("_next");
    }

    private boolean enterStatic(State state, int pc, int callee) {
        if (state.frames.depth + 1 >= State.MAX_FRAMES) {
            return strange(pc, "calls too deep");
        }
        state.enter(callee, pc);
        enter(callee);
        state.pc = start;
        return true;
    }

    /** Functions handed to a call may be called back; a lost pointer may be one to any. */
    private void rootCallbacks(State state) {
        for (int register = 1; register <= 5; register++) {
            int at = state.base() + register;
            if (state.kind[at] == State.FUNCTION && state.value[at] >= 0) {
                root((int) state.value[at], state.path);
            }
        }
        if ((state.flags & State.ESCAPED) != 0) {
            for (int function = 0; function < code.functions(); function++) {
                root(function, state.path);
            }
        }
    }
}
