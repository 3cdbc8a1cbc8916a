package dev.relogrid.web.project;

import dev.relogrid.matrix.object.StoredObject;
import dev.relogrid.matrix.project.Verdicts.Found;
import org.jspecify.annotations.Nullable;

/**
 * An object of several, and what is known of it.
 *
 * @param named what it is called among them
 * @param found its answer; null when there is none yet
 * @param run the run that will have it; null when none was asked for
 * @param refusal why there will be none, a clause that goes on after the path; null when there may be one
 */
record Member(
        Named named,
        @Nullable Found found,
        @Nullable String run,
        @Nullable String refusal) {

    String path() {
        return named.path();
    }

    StoredObject object() {
        return named.object();
    }

    /** What tells this from the same object with another answer. */
    String key() {
        String answer = found == null ? "-" : Long.toString(found.analysis().id());
        return path() + " " + object().id() + " " + answer + " " + (refusal == null ? "" : refusal);
    }
}
