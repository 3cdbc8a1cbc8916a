package dev.relogrid.gate.render;

import dev.relogrid.gate.Suite;
import java.util.Locale;

/** The forms a suite is handed on in. */
public enum Form {
    /** For people. */
    TEXT {
        @Override
        public String render(Suite suite, Rendering rendering) {
            return SuiteText.of(suite);
        }
    },
    /** For programs; docs/CI.md has its schema. */
    JSON {
        @Override
        public String render(Suite suite, Rendering rendering) {
            return SuiteJson.of(suite) + "\n";
        }
    };

    /** The whole document. */
    public abstract String render(Suite suite, Rendering rendering);

    /** What it is called in options and addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
