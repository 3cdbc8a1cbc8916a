package dev.relogrid.engine.history;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.history.Answer.Status;
import dev.relogrid.engine.kernel.Kconfig;
import dev.relogrid.engine.kernel.Kernel;
import java.util.List;

/** What an option of the configuration is set to. */
record OptionQuestion(String option) implements Question {
    @Override
    public Answer on(Kernel kernel) {
        if (!option.startsWith("CONFIG_")) {
            return Answer.of(Status.UNKNOWN, "not an option of the configuration, but made up by libbpf");
        }
        Kconfig config = kernel.config();
        if (config == null) {
            return Answer.of(Status.UNKNOWN, "configuration not known");
        }
        String value = config.value(option);
        return value == null ? Answer.of(Status.ABSENT, "not set") : Answer.present(value, "");
    }

    /** Types know nothing of options. */
    @Override
    public List<String> meant(Btf btf) {
        return List.of();
    }

    @Override
    public String toString() {
        return "config " + option;
    }
}
