package dev.relogrid.engine.advice;

import dev.relogrid.engine.advice.Members.Member;
import java.util.ArrayList;
import java.util.List;

/** What names say. */
final class NameEvidence {
    /** Names less alike than this are not worth a word. */
    private static final double SIMILAR = 0.39;

    private final Loss loss;
    private final String lost;
    private final List<String> words;
    private final List<String> allWords;

    NameEvidence(Loss loss) {
        this.loss = loss;
        this.lost = loss.name();
        this.words = loss.words();
        this.allWords = loss.allWords();
    }

    private static List<String> wordsOf(List<Member> path) {
        List<String> words = new ArrayList<>();
        for (Member member : path) {
            words.addAll(Words.of(member.name()));
        }
        return words;
    }

    /** Whether a name is like the lost one at all, however one looks at it. */
    boolean mayBe(List<Member> path) {
        List<String> last = Words.of(path.getLast().name());
        List<String> whole = wordsOf(path);
        return path.getFirst().name().equals(lost)
                || Words.likeness(words, last) >= SIMILAR
                || Words.likeness(words, whole) >= SIMILAR
                || Words.likeness(allWords, whole) >= SIMILAR
                || Words.likeness(words, Words.without(loss.newPrefix(), last)) >= SIMILAR;
    }

    void gather(Contender contender, List<Member> path) {
        String last = path.getLast().name();
        boolean inIt = loss.isDirect() && path.getFirst().name().equals(lost);
        if (last.equals(lost)) {
            contender.named(1, inIt && path.size() == 1 ? "the same name, with another type" : "the same name");
        } else if (Words.stripped(last).equals(Words.stripped(lost))) {
            contender.named(1, "the same name without underscores around it");
        } else {
            double likeness = hasNameOfAnother(path) ? 0.3 : likeness(contender, path);
            if (inIt) {
                contender.named(0.7 + 0.3 * likeness, "part of what has its name now");
            } else {
                String reason = likeness >= 0.99 ? "the same words in its name" : "a similar name";
                contender.named(likeness, likeness >= SIMILAR ? reason : "");
            }
        }
        if (loss.isDirect() && !inIt && loss.around().memberAfter(lost) != null) {
            // the name is still there: what it stands for is sought in it first
            contender.likelier(-3);
        }
    }

    /** Whether it has the very name of another lost member. */
    private boolean hasNameOfAnother(List<Member> path) {
        String last = path.getLast().name();
        Member had = loss.around().memberBefore(last);
        return path.size() > 1
                && !last.equals(lost)
                && had != null
                && loss.around().gone().contains(had);
    }

    /** Whether another lost member had all the words on the way to it: futex_state, where futex.state is now. */
    boolean hasWordsOfAnother(List<Member> path) {
        List<String> whole = wordsOf(path);
        for (Member gone : loss.around().gone()) {
            String name = gone.name();
            if (path.size() > 1 && !name.equals(lost) && Words.of(name).equals(whole)) {
                return true;
            }
        }
        return false;
    }

    private double likeness(Contender contender, List<Member> path) {
        List<String> longer = loss.wordsOf(contender.steps());
        List<String> last = Words.of(path.getLast().name());
        List<String> way = wordsOf(path);
        if (path.size() == 1) {
            last = Words.without(loss.newPrefix(), last);
            way = last;
        }
        double whole = Words.likeness(longer, way);
        // where more is replaced than had to be, the rest of the old path must be found again, too
        return longer.size() > words.size() && path.size() == 1
                ? whole
                : Math.max(whole, Math.max(Words.likeness(words, way), Words.likeness(words, last)));
    }
}
