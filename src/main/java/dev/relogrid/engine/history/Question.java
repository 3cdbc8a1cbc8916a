package dev.relogrid.engine.history;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.kernel.Kernel;
import java.util.List;

/** Something a kernel may have or not. {@code toString} is how to ask it. */
public interface Question {

    /**
     * The question in these words: {@code struct inode i_ctime}, {@code struct task_struct}, {@code enum bpf_func_id
     * BPF_FUNC_loop}, {@code func vfs_read}, {@code config CONFIG_HZ}.
     *
     * @param offsets whether the place of a field is part of the answer
     * @throws BadQuestion when they are none
     */
    static Question parse(List<String> words, boolean offsets) {
        return new QuestionParser(words, offsets).parse();
    }

    /** What it is in the kernel that is asked; everything is asked through the interface. */
    Answer on(Kernel kernel);

    /** What the answer says in many words, in one: a field's or function's name; empty where answers are short. */
    default String name() {
        return "";
    }

    /**
     * The answer of a kernel whose modules are not all known, now that other kernels have the type in a module: that it
     * has none is not known.
     */
    default Answer withModulesElsewhere(Answer answer) {
        return answer;
    }

    /** Names in these types, a kernel's as parsed, that somebody may have meant who got no answer; the likeliest first. */
    List<String> meant(Btf btf);
}
