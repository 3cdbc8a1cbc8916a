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
    /** For programs; docs/schema/report.schema.json. */
    JSON {
        @Override
        public String render(Suite suite, Rendering rendering) {
            return SuiteJson.of(suite) + "\n";
        }
    },
    /** For whatever shows test results: Jenkins, GitLab and most others. */
    JUNIT {
        @Override
        public String render(Suite suite, Rendering rendering) {
            return JUnitXml.of(suite);
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
    /** For GitLab's Code Quality. */
    GITLAB {
        @Override
        public String render(Suite suite, Rendering rendering) {
            return GitLabCodeQuality.of(suite, rendering.sources());
        }
    },
    /** For a comment on a change. */
    MARKDOWN {
        @Override
        public String render(Suite suite, Rendering rendering) {
            return SuiteMarkdown.of(suite, rendering);
        }
    },
    /** For spreadsheets. */
    CSV {
        @Override
        public String render(Suite suite, Rendering rendering) {
            return SuiteCsv.of(suite);
        }
    };

    /** The whole document. */
    public abstract String render(Suite suite, Rendering rendering);

    /** What it is called in options and addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
