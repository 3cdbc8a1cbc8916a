package dev.relogrid.gate;

import java.util.Locale;

/** What a suite comes to. */
public enum Outcome {
    /** Nothing that counts fails. */
    PASS,
    /** Something does. */
    FAIL,
    /** Nothing was seen to fail, and not everything was answered; asking again may help. */
    NO_ANSWER;

    /** For programs, in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a process ends with, as grep and diff do it: 0, 1 or 2. */
    public int exitCode() {
        return ordinal();
    }
}
