package dev.relogrid.cli;

import dev.relogrid.archive.StoredKernel;
import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.history.BadQuestion;
import dev.relogrid.engine.history.EnumeratorSearch;
import dev.relogrid.engine.history.Question;
import dev.relogrid.report.history.HistoryJson;
import dev.relogrid.report.history.HistoryLabels;
import dev.relogrid.report.history.HistoryRow;
import dev.relogrid.report.history.HistoryRun;
import dev.relogrid.report.history.HistoryText;
import dev.relogrid.report.look.Printable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code relogrid history}: one thing of the kernel, from kernel to kernel. */
@Command(
        name = "history",
        header = "Shows what became of a field, a type, an enumerator, a function or an option over the kernels.",
        description = {
            "",
            "All kernels together come first, by version of Linux; then the different answers with how many kernels give "
                    + "them; then a line for each suite and architecture. An arrow bears the first version with the new "
                    + "answer; where the archive has no kernels of the versions between, it bears both.",
            "",
            "  struct inode i_ctime           a field; also of a union or typedef, and of fields inside",
            "                                 (i_ctime.tv_sec, cpus_mask.bits[0])",
            "  struct task_struct             the size of a type",
            "  enum bpf_func_id BPF_FUNC_loop the value of an enumerator; 'enumval BPF_FUNC_loop'",
            "                                 finds the enum by itself",
            "  func vfs_read                  a function: its prototype, or whether it was inlined",
            "  config CONFIG_BPF_LSM          an option of the kernel's configuration",
            ""
        },
        footer = {
            "",
            "Where a field is missing, fields stand for it whose names only differ in underscores or go on.",
            "",
            "Exit codes: 0 some kernel has it, 1 none has, 2 no such question, or kernels that cannot be read.",
            "",
            "Examples:",
            "  relogrid history struct inode i_ctime",
            "  relogrid history struct task_struct state --kernel 'debian >= 12 and amd64' --offsets",
            "  relogrid history func blk_account_io_start --kernel cloud",
            "  relogrid history enumval BPF_FUNC_loop --format json"
        },
        sortOptions = false)
final class HistoryCommand implements Callable<Integer> {
    private static final String ENUMERATOR = "enumval";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "WHAT", arity = "1..*", description = "What to look for, in words as above.")
    private List<String> words = List.of();

    @Mixin
    private KernelOptions kernelOptions = new KernelOptions();

    @Option(names = "--offsets", description = "Fields at another place are another answer.")
    private boolean offsets;

    @Mixin
    private ReportFormat format = new ReportFormat();

    @Mixin
    private StyleOptions styleOptions = new StyleOptions();

    @Override
    public Integer call() {
        if (!words.getFirst().equals(ENUMERATOR)) {
            return answer(question(words), kernelOptions.kernels());
        }
        if (words.size() != 2) {
            throw wrong("expected one name after '" + ENUMERATOR + "'");
        }
        List<StoredKernel> kernels = kernelOptions.kernels();
        return answer(question(List.of("enum", enumOf(words.get(1), kernels), words.get(1))), kernels);
    }

    private Question question(List<String> asked) {
        try {
            return Question.parse(asked, offsets);
        } catch (BadQuestion e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
    }

    private ParameterException wrong(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    private int answer(Question question, List<StoredKernel> kernels) {
        HistoryRun run = HistoryRun.of(question, kernels);
        List<HistoryRun.Asked> asked = run.asked();
        run.problems().forEach(this::say);
        HistoryLabels labels = new HistoryLabels(question.name(), asked);
        List<HistoryRow> rows = HistoryRow.of(asked);
        if (format.isJson()) {
            HistoryJson history = new HistoryJson(labels);
            Json.print(spec.commandLine().getOut(), json -> history.write(json, question.toString(), rows, asked));
        } else {
            new HistoryText(styleOptions.style(), spec.commandLine().getOut(), labels)
                    .print(question.toString(), rows, HistoryText.files(asked));
        }
        if (asked.size() < kernels.size() || kernelOptions.incomplete()) {
            return ExitCode.NO_ANSWER;
        }
        if (labels.present() > 0) {
            return ExitCode.FINE;
        }
        List<String> meant = labels.suggests() ? List.of() : meant(question, kernels);
        say("no kernel has " + question + (meant.isEmpty() ? "" : "; there is " + String.join(", ", meant)));
        return ExitCode.BROKEN;
    }

    private void say(String sentence) {
        spec.commandLine().getErr().println("relogrid: " + Printable.text(sentence));
    }

    /** The last kernel and the first one: what neither has was hardly meant. */
    private static List<Btf> ends(List<StoredKernel> kernels) {
        List<Btf> types = new ArrayList<>();
        for (StoredKernel kernel : List.of(kernels.getLast(), kernels.getFirst())) {
            Btf btf = kernel.vmlinux();
            if (btf != null) {
                types.add(btf);
            }
        }
        return types;
    }

    private static List<String> meant(Question question, List<StoredKernel> kernels) {
        Set<String> found = new LinkedHashSet<>();
        for (Btf btf : ends(kernels)) {
            found.addAll(question.meant(btf));
        }
        return List.copyOf(found);
    }

    private static String enumOf(String enumerator, List<StoredKernel> kernels) {
        for (Btf btf : ends(kernels)) {
            List<String> enums = EnumeratorSearch.enumsWith(btf, enumerator);
            if (enums.size() > 1) {
                throw new NoAnswer(enumerator + " is in several enums (" + String.join(", ", enums)
                        + "): ask for 'enum NAME " + enumerator + "'");
            }
            if (enums.size() == 1 && enums.getFirst().isEmpty()) {
                throw new NoAnswer(enumerator + " is of an enum without a name, which cannot be looked up");
            }
            if (enums.size() == 1) {
                return enums.getFirst();
            }
        }
        throw new NoAnswer("no enum has " + enumerator + ", neither in "
                + kernels.getFirst().id() + " nor in " + kernels.getLast().id());
    }
}
