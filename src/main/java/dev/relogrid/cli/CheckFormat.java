package dev.relogrid.cli;

import dev.relogrid.gate.render.Form;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a check is written: in a form of all its objects together, or relocation by relocation. */
enum CheckFormat {
    TEXT(Form.TEXT),
    JSON(Form.JSON),
    JUNIT(Form.JUNIT),
    SARIF(Form.SARIF),
    GITHUB(Form.GITHUB),
    GITLAB(Form.GITLAB),
    MARKDOWN(Form.MARKDOWN),
    CSV(Form.CSV),
    /** One JSON line for each relocation on each kernel, written as they come. */
    RELOS(null);

    private final @Nullable Form form;

    CheckFormat(@Nullable Form form) {
        this.form = form;
    }

    /** Null where it is none of a whole suite. */
    @Nullable
    Form form() {
        return form;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
