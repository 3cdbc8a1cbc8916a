package dev.relogrid.policy;

import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.verdict.Effect;
import dev.relogrid.engine.verdict.Verdict;
import dev.relogrid.report.AnswerClass;
import dev.relogrid.report.AnswerClass.Found;
import dev.relogrid.report.CauseCard;
import dev.relogrid.report.Report;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads one answer class in the light of a policy.
 *
 * <p>A program is as bad as what was found about it and is not accepted. What a program itself holds, such as a relocation
 * libbpf gives up at, is that program's alone, though it breaks the whole object as long as the program is loaded: libbpf
 * does not look at what is switched off. Of alternatives those are switched off that do worse than the best, but for
 * programs that load and may do something else than meant: no loader notices that, so they count in any case.
 */
final class ClassReader {
    private final Report report;
    private final Policy policy;
    private final List<Ignore> holding;
    private final AnswerClass answer;
    /** Findings about maps the loader does not create. */
    private final List<Found> mapsOff = new ArrayList<>();

    private final TreeSet<String> switchedOff = new TreeSet<>();

    ClassReader(Policy policy, Report report, AnswerClass answer, LocalDate today) {
        this.report = report;
        this.policy = policy;
        this.answer = answer;
        this.holding = policy.ignores().stream()
                .filter(ignore -> !ignore.isExpired(today))
                .toList();
    }

    ClassReading read() {
        policy.alternatives().stream()
                .filter(group -> group.kind() == Alternatives.Kind.MAPS)
                .forEach(this::switchMaps);
        BitSet loaded = new BitSet();
        loaded.set(0, answer.programs().size());
        policy.alternatives().stream()
                .filter(group -> group.kind() == Alternatives.Kind.PROGRAMS)
                .forEach(group -> switchPrograms(group, loaded));
        Verdict effective = ofObject();
        for (int program = loaded.nextSetBit(0); program >= 0; program = loaded.nextSetBit(program + 1)) {
            effective = effective.worst(verdict(program, true));
        }
        TreeSet<Integer> counting = new TreeSet<>();
        TreeSet<Integer> ignored = new TreeSet<>();
        for (Found found : answer.found()) {
            if (card(found).effect() != Effect.GUARDED && !mapsOff.contains(found)) {
                sort(found, loaded, counting, ignored);
            }
        }
        boolean accepted = !ignored.isEmpty() || answer.verdict() == Verdict.NO_BTF && acceptsNoTypes();
        return new ClassReading(
                accepted && ignored.isEmpty() ? Verdict.OK : effective,
                List.copyOf(counting),
                List.copyOf(ignored),
                accepted,
                List.copyOf(switchedOff));
    }

    /** Into those that count and those that are accepted; into none when it is only about what is not loaded. */
    private void sort(Found found, BitSet loaded, Set<Integer> counting, Set<Integer> ignored) {
        BitSet concerned = new BitSet();
        loaded.stream().filter(program -> isAbout(found, program)).forEach(concerned::set);
        boolean ofObject = isOfObject(found);
        if (concerned.isEmpty() && !ofObject) {
            return;
        }
        boolean accepted = ofObject
                ? ignore(found, -1) != null
                : concerned.stream().allMatch(program -> ignore(found, program) != null);
        (accepted ? ignored : counting).add(found.cause());
    }

    /** A class without types has no finding to hold an entry against. */
    private boolean acceptsNoTypes() {
        return answer.found().isEmpty()
                && holding.stream()
                        .anyMatch(ignore ->
                                ignore.code() == CauseCode.NO_BTF && ignore.path() == null && ignore.program() == null);
    }

    private void switchMaps(Alternatives group) {
        List<Found> broken = answer.found().stream()
                .filter(found -> card(found).wholeObject() && card(found).effect() == Effect.BREAKS)
                .filter(found -> mapOf(found, group) != null)
                .toList();
        List<String> off = broken.stream()
                .map(found -> String.valueOf(mapOf(found, group)))
                .distinct()
                .toList();
        if (off.size() < group.names().size()) {
            mapsOff.addAll(broken);
            switchedOff.addAll(off);
        }
    }

    /** Causes call maps {@code map NAME of type ringbuf}, {@code map NAME, which …}. */
    private @Nullable String mapOf(Found found, Alternatives group) {
        String[] words = card(found).wanted().split("[ ,]", 3);
        return words.length > 1 && words[0].equals("map") && group.names().contains(words[1]) ? words[1] : null;
    }

    private void switchPrograms(Alternatives group, BitSet loaded) {
        List<Integer> members = new ArrayList<>();
        for (int i = 0; i < answer.programs().size(); i++) {
            if (group.names().contains(nameOf(i))) {
                members.add(i);
            }
        }
        // what is accepted helps only where no alternative does without
        boolean accepting = members.stream().allMatch(member -> verdict(member, false) == Verdict.BROKEN);
        Verdict best = Verdict.BROKEN;
        for (int member : members) {
            Verdict verdict = verdict(member, accepting);
            best = best.compareTo(verdict) <= 0 ? best : verdict;
        }
        for (int member : members) {
            Verdict verdict = verdict(member, accepting);
            if (verdict.compareTo(best) > 0 && verdict != Verdict.CHANGED) {
                loaded.clear(member);
                switchedOff.add(nameOf(member));
            }
        }
    }

    private String nameOf(int program) {
        return report.subject().programs().get(program).name();
    }

    /**
     * What is left of a program's verdict, without what is about the object as a whole, with or without what is accepted.
     * What no finding explains stays.
     */
    private Verdict verdict(int program, boolean accepting) {
        Verdict said = answer.programs().get(program).verdict();
        Verdict explained = Verdict.OK;
        Verdict left = Verdict.OK;
        for (Found found : answer.found()) {
            Verdict worth = card(found).effect().verdict();
            if (found.programs().contains(program) || card(found).wholeObject()) {
                explained = explained.worst(worth);
            }
            boolean spared = mapsOff.contains(found) || accepting && ignore(found, program) != null;
            if (isAbout(found, program) && !spared) {
                left = left.worst(worth);
            }
        }
        return explained.compareTo(said) >= 0 ? left : said;
    }

    /** What is left of what is about the object as a whole. */
    private Verdict ofObject() {
        Verdict explained = Verdict.OK;
        Verdict left = Verdict.OK;
        for (Found found : answer.found()) {
            if (isOfObject(found)) {
                Verdict worth = card(found).effect().verdict();
                explained = explained.worst(worth);
                boolean spared = mapsOff.contains(found) || ignore(found, -1) != null;
                left = spared ? left : left.worst(worth);
            }
        }
        boolean told = !answer.programs().isEmpty() || explained.compareTo(answer.verdict()) >= 0;
        return told ? left : answer.verdict();
    }

    /** The entry that accepts it for a program, or for the object where that is -1. */
    private @Nullable Ignore ignore(Found found, int program) {
        for (Ignore ignore : holding) {
            String only = ignore.program();
            boolean meant = only == null
                    || program >= 0
                            && !card(found).wholeObject()
                            && nameOf(program).equals(only);
            if (meant && ignore.fits(card(found))) {
                return ignore;
            }
        }
        return null;
    }

    private boolean isOfObject(Found found) {
        return card(found).wholeObject() || found.programs().isEmpty();
    }

    /** Whether it is there as long as the program is loaded, whatever others are; not so of what is about the object. */
    private boolean isAbout(Found found, int program) {
        int holder = holder(found);
        return !isOfObject(found) && (holder < 0 ? found.programs().contains(program) : holder == program);
    }

    /** The program whose own instruction it is about; -1 for sub-programs, which several may share, and for none. */
    private int holder(Found found) {
        CauseCard.Place place = card(found).place();
        if (place == null || card(found).wholeObject()) {
            return -1;
        }
        for (int i = 0; i < report.subject().programs().size(); i++) {
            if (nameOf(i).equals(place.function())) {
                return i;
            }
        }
        return -1;
    }

    private CauseCard card(Found found) {
        return report.causes().get(found.cause());
    }
}
