package dev.relogrid.engine.kernel;

import org.jspecify.annotations.Nullable;

/** The configuration a kernel was built with. */
public interface Kconfig {

    /**
     * What stands behind the equals sign: {@code y}, {@code m}, a number, a text in double quotes; null when the option is
     * not set. The first assignment counts, as libbpf reads it ({@code bpf_object__read_kconfig_file}).
     *
     * @param option with its {@code CONFIG_}
     */
    @Nullable
    String value(String option);
}
