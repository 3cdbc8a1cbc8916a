package dev.relogrid.engine.advice;

import dev.relogrid.engine.advice.Members.Member;
import dev.relogrid.engine.advice.MemberPath.Step;
import dev.relogrid.engine.advice.Surroundings.Gap;
import dev.relogrid.engine.advice.Surroundings.OldStruct;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.btf.BtfKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What speaks for the members that may be where a field went which one struct had. */
final class Evidence {
    /** Names less alike than this are not worth a word. */
    private static final double SIMILAR = 0.39;

    private final LocalAccess local;
    private final int failing;
    private final int at;
    private final Surroundings around;
    private final @Nullable OldStruct struct;
    private final Btf target;
    private final String lostName;
    private final String oldPrefix;
    private final String newPrefix;
    private final List<String> lostWords;
    private final List<String> allWords;
    private final @Nullable Gap gap;
    private final Map<String, Integer> alongBy = new HashMap<>();

    Evidence(LocalAccess local, int failing, int at, Surroundings around, @Nullable OldStruct struct) {
        this.local = local;
        this.failing = failing;
        this.at = at;
        this.around = around;
        this.struct = struct;
        this.target = around.target();
        this.lostName = local.step(failing).name();
        this.oldPrefix = Words.prefix(around.known() ? around.before() : around.after());
        this.newPrefix = Words.prefix(around.after());
        this.lostWords = wordsOf(local.steps(at, failing + 1), oldPrefix);
        this.allWords = wordsOf(local.steps(at, local.end()), oldPrefix);
        this.gap = at == failing ? around.gapOf(lostName) : null;
    }

    /**
     * Whether there can be anything to say for a member: most are nothing like what was lost, and not worth following the
     * rest of the access from.
     */
    boolean mayBe(List<Member> path) {
        String first = path.getFirst().name();
        if (first.equals(lostName) || gap != null && gap.came().contains(path.getFirst())) {
            return true;
        }
        List<String> last = Words.of(path.getLast().name());
        List<String> words = new ArrayList<>();
        for (Member member : path) {
            words.addAll(Words.of(member.name()));
        }
        return Words.likeness(lostWords, last) >= SIMILAR
                || Words.likeness(lostWords, words) >= SIMILAR
                || Words.likeness(allWords, words) >= SIMILAR
                || Words.likeness(lostWords, Words.without(newPrefix, last)) >= SIMILAR;
    }

    /**
     * The contender with all that speaks for it and against it; null when that is nothing.
     *
     * @param behind whether it lies behind a pointer
     */
    @Nullable Contender of(Contender contender, List<Member> path, boolean behind) {
        if (behind && contender.access().isEmpty() || isMarker(path.getLast())) {
            return null;
        }
        byName(contender, path);
        if (around.memberAfter(lostName) != null && at == failing && !path.getFirst().name().equals(lostName)) {
            contender.likelier(-3);
        }
        byPlace(contender, path);
        byCompany(contender, path);
        byType(contender, path);
        byHistory(contender, path);
        return contender.isWorthNaming() ? contender : null;
    }

    /** Whether it only marks a place: an array without elements, where the lost one is none. */
    private boolean isMarker(Member member) {
        return isEmptyArray(target, member.type()) && !isEmptyArray(local.btf(), local.typeAfter(failing));
    }

    private static boolean isEmptyArray(Btf btf, int type) {
        int id = btf.skipModifiersAndTypedefs(type);
        return btf.kind(id) == BtfKind.ARRAY && btf.arrayCount(id) == 0;
    }

    private void byName(Contender contender, List<Member> path) {
        String first = path.getFirst().name();
        String last = path.getLast().name();
        if (last.equals(lostName) && path.size() == 1 && at == failing) {
            contender.named(1, "the same name, with another type");
        } else if (last.equals(lostName)) {
            contender.named(1, "the same name");
        } else if (Words.stripped(last).equals(Words.stripped(lostName))) {
            contender.named(1, "the same name without underscores around it");
        } else {
            double likeness = hasNameOfAnother(path) ? 0.3 : likeness(contender, path);
            if (first.equals(lostName) && path.size() > 1 && at == failing) {
                contender.named(0.7 + 0.3 * likeness, "part of what has its name now");
            } else {
                String reason = likeness >= 0.99 ? "the same words in its name" : "a similar name";
                contender.named(likeness, likeness >= SIMILAR ? reason : "");
            }
        }
    }

    /** Whether it has the very name of another lost member. */
    private boolean hasNameOfAnother(List<Member> path) {
        String last = path.getLast().name();
        Member had = around.memberBefore(last);
        return path.size() > 1 && !last.equals(lostName) && had != null && around.gone().contains(had);
    }

    /** Whether another lost member had all the words on the way to it: futex_state, where futex.state is now. */
    private boolean hasWordsOfAnother(List<Member> path) {
        List<String> words = new ArrayList<>();
        for (Member member : path) {
            words.addAll(Words.of(member.name()));
        }
        for (Member gone : around.gone()) {
            if (path.size() > 1 && !gone.name().equals(lostName) && Words.of(gone.name()).equals(words)) {
                return true;
            }
        }
        return false;
    }

    private double likeness(Contender contender, List<Member> path) {
        List<String> longer = wordsOf(local.steps(at, at + contender.steps()), oldPrefix);
        List<String> words = new ArrayList<>();
        for (Member member : path) {
            words.addAll(Words.of(member.name()));
        }
        List<String> last = Words.of(path.getLast().name());
        if (path.size() == 1) {
            last = Words.without(newPrefix, last);
            words = last;
        }
        double whole = Words.likeness(longer, words);
        // where more is replaced than had to be, the rest of the old path must be found again, too
        return longer.size() > lostWords.size() && path.size() == 1
                ? whole
                : Math.max(whole, Math.max(Words.likeness(lostWords, words), Words.likeness(lostWords, last)));
    }

    private static List<String> wordsOf(List<Step> steps, String prefix) {
        List<String> words = new ArrayList<>();
        for (Step step : steps) {
            if (!step.isElement()) {
                List<String> own = Words.of(step.name());
                words.addAll(words.isEmpty() ? Words.without(prefix, own) : own);
            }
        }
        return words;
    }

    private void byPlace(Contender contender, List<Member> path) {
        int rank = gap == null ? -1 : gap.came().indexOf(path.getFirst());
        if (gap == null || rank < 0) {
            return;
        }
        boolean alone = gap.came().size() == 1 && gap.gone() == 1;
        boolean inOrder = gap.came().size() == gap.gone() && rank == gap.rank();
        double certainty = alone ? 1 : inOrder ? 0.7 : 0.4;
        String previous = gap.previous() == null ? "the start" : gap.previous();
        String next = gap.next() == null ? "the end" : gap.next();
        contender.placed(
                path.size() == 1 ? certainty : certainty / 2,
                "in the same place between " + previous + " and " + next);
    }

    private void byCompany(Contender contender, List<Member> path) {
        if (!around.known() || !around.isNew(path.getFirst())) {
            return;
        }
        Member first = path.getFirst();
        Integer known = path.size() == 1 ? Integer.valueOf(renamedAlike(first)) : alongBy.get(first.name());
        int others = known == null ? movedAlong(first) : known;
        if (others > 0) {
            String fields = others + (others == 1 ? " more field" : " more fields");
            contender.movedAlong(
                    others,
                    path.size() == 1
                            ? fields + " renamed alike"
                            : fields + " moved to " + path.getFirst().name());
        }
    }

    /** How many others changed the same part of their names: fl_owner and fl_pid to owner and pid. */
    private int renamedAlike(Member member) {
        String was = lostName;
        String is = member.name();
        int common = 0;
        while (common < Math.min(was.length(), is.length())
                && was.charAt(was.length() - 1 - common) == is.charAt(is.length() - 1 - common)) {
            common++;
        }
        String from = was.substring(0, was.length() - common);
        String to = is.substring(0, is.length() - common);
        int others = 0;
        for (Member gone : around.gone()) {
            String name = gone.name();
            if (common >= 3 && !name.equals(was) && name.startsWith(from)) {
                Member now = around.memberAfter(to + name.substring(from.length()));
                others += now != null && around.isNew(now) ? 1 : 0;
            }
        }
        return others;
    }

    private int movedAlong(Member outer) {
        int others = countMovedAlong(outer);
        alongBy.put(outer.name(), others);
        return others;
    }

    private int countMovedAlong(Member outer) {
        List<Member> inner = Members.of(target, outer.type());
        int others = 0;
        for (Member gone : around.gone()) {
            if (gone.name().equals(lostName)) {
                continue;
            }
            for (Member candidate : inner) {
                if (isSame(gone, outer, candidate)) {
                    others++;
                    break;
                }
            }
        }
        return others;
    }

    private boolean isSame(Member gone, Member outer, Member candidate) {
        List<String> was = Words.without(oldPrefix, Words.of(gone.name()));
        List<String> is = new ArrayList<>(Words.of(outer.name()));
        is.addAll(Words.of(candidate.name()));
        boolean named = Words.stripped(gone.name()).equals(Words.stripped(candidate.name()))
                || Words.likeness(was, is) > 0.99;
        return named && around.likeness(gone, candidate).isReadable();
    }

    private void byType(Contender contender, List<Member> path) {
        boolean distinct = contender.type() == TypeLikeness.DISTINCT;
        String reason = distinct ? "the same type " + CText.of(target, contender.member().type()) : "";
        if (distinct && around.known() && (path.size() > 1 || isOnlyOfItsType(path.getFirst()))) {
            contender.onlyOfItsType(reason);
        }
    }

    private boolean isOnlyOfItsType(Member member) {
        for (Member other : around.after()) {
            if (!other.name().equals(member.name())
                    && around.isNew(other)
                    && TypeLikeness.of(target, other.type(), target, member.type()) == TypeLikeness.DISTINCT) {
                return false;
            }
        }
        return true;
    }

    /** What was there before cannot be where it went; what came to another struct at the same time may well be. */
    private void byHistory(Contender contender, List<Member> path) {
        List<Hop> hops = contender.member().hops();
        List<Hop> own = hops.subList(local.membersBefore(at), hops.size());
        if (isDoubtful(contender, path, own)) {
            contender.doubtful();
        }
        if (struct == null) {
            return;
        }
        List<Hop> named = own.subList(0, path.size());
        boolean isItself = path.size() == 1 && path.getFirst().name().equals(lostName);
        if (!isItself && TargetWalk.along(struct.btf(), struct.id(), MemberPath.parse(Hop.path(named)).steps()) != null) {
            contender.wasThere();
        } else if (path.size() > 1) {
            boolean isNew = isNewToItsStruct(named);
            boolean pointer = named.getFirst().pointer();
            boolean outerIsNew = around.isNew(path.getFirst());
            // all of a new struct is new: that says nothing of any one member
            if (isNew && contender.name() >= 0.99 && (pointer || !outerIsNew)) {
                contender.appeared("new in " + ownerOf(named) + ", too");
            }
            contender.likelier(isNew ? 0.5 : -1);
            contender.likelier(pointer && outerIsNew ? 0.5 : 0);
        }
    }

    /**
     * Whether it may mean something else for all that is alike: one thing instead of one of several, a member elsewhere
     * though one of the old name is still there, what is not meant to be used directly, a counter that counts in another
     * way.
     */
    private boolean isDoubtful(Contender contender, List<Member> path, List<Hop> own) {
        boolean oneOfMany = hasElement(local.steps(at, at + contender.steps())) && !Hop.path(own).contains("[");
        boolean stillThere = around.memberAfter(lostName) != null && !path.getFirst().name().equals(lostName);
        boolean internal = path.size() > 1 && path.getFirst().name().startsWith("__");
        return oneOfMany || stillThere || internal || isWrappedOtherwise(path) || hasWordsOfAnother(path);
    }

    private boolean isWrappedOtherwise(List<Member> path) {
        Btf btf = struct == null ? local.btf() : struct.btf();
        Member had = around.memberBefore(lostName);
        int type = had == null ? local.typeAfter(failing) : had.type();
        if (!isWrapper(btf, type)) {
            return false;
        }
        for (Member member : path) {
            if (isWrapper(target, member.type())
                    && !TypeLikeness.of(btf, type, target, member.type()).isReadable()) {
                return true;
            }
        }
        return false;
    }

    /** A struct around one thing, as atomic_t. */
    private static boolean isWrapper(Btf btf, int type) {
        return Members.of(btf, type).size() == 1;
    }

    private boolean isNewToItsStruct(List<Hop> own) {
        String owner = ownerOf(own);
        if (owner.isEmpty() || struct == null) {
            return false;
        }
        int id = Named.first(struct.btf(), owner);
        return id == 0 || Members.find(struct.btf(), id, own.getLast().member()) == null;
    }

    private static String ownerOf(List<Hop> own) {
        return own.getLast().owner();
    }

    private static boolean hasElement(List<Step> steps) {
        for (Step step : steps) {
            if (step.isElement()) {
                return true;
            }
        }
        return false;
    }
}
