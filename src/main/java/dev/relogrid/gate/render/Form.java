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
    },
    /** SARIF 2.1.0, for code scanning. */
    SARIF {
        @Override
        public String render(Suite suite, Rendering rendering) {
            return SuiteSarif.of(suite, rendering);
        }
    },
    /** Commands of GitHub's workflow logs. */
    GITHUB {
        @Override
        public String render(Suite suite, Rendering rendering) {
            return GitHubCommands.of(suite, rendering);
        }
    },
    /** For a comment on a change. */
    MARKDOWN {
        @Override
        public String render(Suite suite, Rendering rendering) {
            return SuiteMarkdown.of(suite, rendering);
        }
    };

    /** The whole document. */
    public abstract String render(Suite suite, Rendering rendering);

    /** What it is called in options and addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
