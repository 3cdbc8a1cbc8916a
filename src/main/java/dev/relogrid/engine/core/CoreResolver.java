package dev.relogrid.engine.core;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import dev.relogrid.engine.btf.CoreRelo;
import dev.relogrid.engine.btf.Errno;
import dev.relogrid.engine.btf.NamedBtf;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Resolves the relocations of one object against one kernel, in the order they are given ({@code
 * bpf_core_resolve_relo}, {@code bpf_core_calc_relo_insn}).
 *
 * <p>The order matters: the candidates of a local type are one list for the whole object, and a relocation with at
 * least one match leaves only its matches in the list for those after it. A relocation that matches nothing, or that
 * fails, leaves the list as it was. So all of an object's relocations go through one resolver, those of programs that
 * are not loaded go through none, and a resolver is used once.
 */
public final class CoreResolver {
    private final Btf local;
    private final CandidateLists lists;
    private final Effort effort;

    /**
     * @param local the object's types
     * @param vmlinux the kernel's types
     * @param modules the types of its modules in load order; asked for only when vmlinux lacks a type altogether
     */
    public CoreResolver(Btf local, NamedBtf vmlinux, Supplier<List<NamedBtf>> modules) {
        this(local, vmlinux, modules, new Effort());
    }

    /**
     * @param effort what all its relocations together may take
     */
    public CoreResolver(Btf local, NamedBtf vmlinux, Supplier<List<NamedBtf>> modules, Effort effort) {
        this.local = local;
        this.effort = effort;
        this.lists = new CandidateLists(local, vmlinux, modules, effort);
    }

    /**
     * What one relocation comes to.
     *
     * @param relo the record
     * @param parsed its spec, from {@link SpecParser}
     */
    public Resolution resolve(CoreRelo relo, LocalSpec parsed) {
        AccessSpec spec = parsed.spec();
        int localId = relo.typeId();
        if (Integer.compareUnsigned(localId, local.typeCount()) >= 0) {
            return new Resolution.Rejected(null, List.of(), true, parsed.errno(), parsed.refusal());
        }
        if (relo.kind() == ReloKind.TYPE_ID_LOCAL.ordinal()) {
            return spec == null
                    ? new Resolution.Rejected(null, List.of(), false, parsed.errno(), parsed.refusal())
                    : new Resolution.Resolved(spec, List.of(), null, value(ReloCalculator.combine(spec, null)));
        }
        // libbpf looks for candidates before it reads the access string
        if (local.isEmptyString(local.nameOffset(localId))) {
            String why = "its local type [" + localId + "] is an anonymous " + BtfKind.name(local.kind(localId))
                    + ", which cannot be looked for";
            return new Resolution.Rejected(spec, List.of(), true, Errno.EINVAL, why);
        }
        List<Candidate> candidates = lists.of(localId);
        if (!effort.take(candidates.size() * Effort.CANDIDATE)) {
            return new Resolution.Rejected(spec, List.of(), true, Errno.E2BIG, "there is too much to compare it with");
        }
        if (spec == null) {
            return new Resolution.Rejected(null, unseen(candidates), false, parsed.errno(), parsed.refusal());
        }
        return new Search(spec, candidates).run();
    }

    private static List<CandidateMatch> unseen(List<Candidate> candidates) {
        List<CandidateMatch> all = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            all.add(new CandidateMatch(candidate, null, null, 0, false));
        }
        return all;
    }

    private static ReloValue value(ReloCalculator.Outcome outcome) {
        ReloValue value = outcome.value();
        if (value == null) {
            throw new IllegalStateException("a type id has no value");
        }
        return value;
    }

    /** One relocation against all candidates. */
    private final class Search {
        private final AccessSpec spec;
        private final List<Candidate> candidates;
        private final List<CandidateMatch> seen = new ArrayList<>();
        private final List<Candidate> matching = new ArrayList<>();

        Search(AccessSpec spec, List<Candidate> candidates) {
            this.spec = spec;
            this.candidates = candidates;
        }

        Resolution run() {
            CandidateMatch first = null;
            ReloValue decision = null;
            for (Candidate candidate : candidates) {
                SpecMatcher matcher = new SpecMatcher(spec, candidate.source().btf(), candidate.id(), effort);
                int rc = matcher.match();
                if (rc < 0) {
                    String why = effort.exhausted() ? " takes too long" : " goes too deep";
                    return rejected(-rc, "matching it against " + describe(candidate) + why);
                }
                seen.add(new CandidateMatch(
                        candidate,
                        rc > 0,
                        rc > 0 ? matcher.found() : null,
                        matcher.reached(),
                        rc == 0 && matcher.incompatible()));
                if (rc == 0) {
                    continue;
                }
                ReloCalculator.Outcome outcome = ReloCalculator.combine(spec, matcher.found());
                ReloValue value = outcome.value();
                if (value == null) {
                    return rejected(outcome.errno(), "no value can be worked out for it in " + describe(candidate));
                }
                if (first == null || decision == null) {
                    first = seen.getLast();
                    decision = value;
                } else if (matcher.found().bitOffset != offset(first) || value.value() != decision.value()) {
                    return ambiguous(first, candidate, decision, value);
                }
                matching.add(candidate);
            }
            return first == null || decision == null ? absent() : resolved(first, decision);
        }

        private Resolution resolved(CandidateMatch first, ReloValue decision) {
            lists.narrow(spec.rootTypeId, matching);
            return new Resolution.Resolved(spec, seen, first, decision);
        }

        private Resolution absent() {
            ReloCalculator.Outcome outcome = ReloCalculator.combine(spec, null);
            ReloValue value = outcome.value();
            return value == null
                    ? rejected(outcome.errno(), "no value can be worked out for it in the object's own types")
                    : new Resolution.Absent(spec, seen, value);
        }

        private Resolution ambiguous(CandidateMatch first, Candidate other, ReloValue a, ReloValue b) {
            String one = describe(first.candidate());
            String another = describe(other);
            another = another.equals(one) ? "another " + another : another;
            // ids are left out: they tell a reader nothing, and kernels apart that have the same trouble
            String why = spec.kind == ReloKind.TYPE_ID_TARGET
                    ? one + " and " + another + " have an id each"
                    : one + " gives " + Long.toUnsignedString(a.value()) + " and " + another + " gives "
                            + Long.toUnsignedString(b.value());
            padUnseen();
            return new Resolution.Ambiguous(spec, seen, why);
        }

        private Resolution rejected(int errno, String why) {
            padUnseen();
            return new Resolution.Rejected(spec, seen, false, errno, why);
        }

        private void padUnseen() {
            seen.addAll(unseen(candidates.subList(seen.size(), candidates.size())));
        }
    }

    private static int offset(CandidateMatch match) {
        AccessSpec spec = match.spec();
        return spec == null ? 0 : spec.bitOffset;
    }

    private static String describe(Candidate candidate) {
        Btf btf = candidate.source().btf();
        return BtfKind.name(btf.kind(candidate.id())) + " " + btf.name(candidate.id()) + " of "
                + candidate.source().name();
    }
}
