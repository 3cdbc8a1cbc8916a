package dev.relogrid.engine.extern;

import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.kernel.Kconfig;
import dev.relogrid.engine.kernel.Kernel;
import org.jspecify.annotations.Nullable;

/** An option of a kernel's configuration, {@code CONFIG_…} ({@code bpf_object__process_kconfig_line}). */
final class ConfigOption {
    static final String PREFIX = "CONFIG_";
    static final String NOT_KNOWN = "its configuration is not known";
    private static final int MOST_SHOWN = 60;

    private ConfigOption() {}

    static ExternResult ask(Answer answer, Option option, Kernel kernel) {
        Kconfig config = kernel.config();
        if (config == null) {
            return answer.unknown(CauseCode.KCONFIG_UNKNOWN, NOT_KNOWN);
        }
        String name = answer.extern().name();
        String value = config.value(name);
        if (value == null) {
            String has = name + " is not set";
            return answer.extern().weak()
                    ? answer.zero(option.zero(), has)
                    : answer.absent(Step.STRONG, CauseCode.KCONFIG_MISSING, has);
        }
        Known known = known(option, value);
        return known == null
                ? answer.error(Step.CONFIG, CauseCode.KCONFIG_TYPE, name + " is " + misfit(value, option))
                : answer.resolved(known);
    }

    /** Null where the value does not fit; its first character says what it is. */
    private static @Nullable Known known(Option option, String value) {
        if (value.isEmpty()) {
            return null;
        }
        char first = value.charAt(0);
        if (first == 'y' || first == 'n' || first == 'm') {
            return option.letter(first);
        }
        if (first == '"') {
            return option.text(value);
        }
        return ConfigNumber.is(value) ? option.configured(ConfigNumber.of(value)) : null;
    }

    private static String misfit(String value, Option option) {
        String shown = value.length() > MOST_SHOWN ? value.substring(0, MOST_SHOWN) + "…" : value;
        return (shown.isEmpty() ? "empty" : shown) + ", which does not fit " + option.words();
    }
}
