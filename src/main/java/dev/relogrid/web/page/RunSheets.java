package dev.relogrid.web.page;

import dev.relogrid.web.page.Table.Field;
import java.util.List;

/** What the service did and does, in words. */
final class RunSheets {
    private RunSheets() {}

    static Sheet all(Told told) {
        List<Told> runs = told.list("items");
        return Sheet.of(
                        runs.isEmpty()
                                ? "No runs: what is uploaded is mostly judged while its upload waits."
                                : Told.count(runs.size(), "run") + ", the newest first.",
                        Table.of(
                                runs,
                                Field.text("Run", run -> run.text("id")),
                                Field.text("Kind", run -> run.text("kind")),
                                Field.text("State", run -> run.text("state")),
                                Field.number("Done", RunSheets::progress),
                                Field.text("Object", run -> run.digest("object")),
                                Field.text("Asked for", run -> run.time("createdAt"))))
                .goingOn(told);
    }

    private static String progress(Told run) {
        return run.text("done") + "/" + run.text("total");
    }

    static Sheet one(Told run) {
        String failed = run.text("error");
        String headline = "The " + run.text("kind") + " of " + run.digest("object") + " is " + run.text("state")
                + (failed.isEmpty() ? ", " + progress(run) + " kernels." : ": " + failed);
        return Sheet.of(
                headline,
                Table.facts(
                        "object", run.text("object"),
                        "archive", run.digest("archive"),
                        "engine", run.text("engine"),
                        "kernels", run.texts("kernels", ", "),
                        "asked for", run.time("createdAt"),
                        "by", run.text("requestedBy"),
                        "started", run.time("startedAt"),
                        "ended", run.time("endedAt"),
                        "attempts", run.text("attempts"),
                        "node", run.text("node"),
                        "answer", run.text("analysis")));
    }

    /** What broke and what was fixed. */
    static Sheet events(Told told) {
        List<Told> events = told.list("items");
        return Sheet.of(
                        events.isEmpty()
                                ? "Nothing broke and nothing was fixed."
                                : Told.count(events.size(), "event") + ", the oldest first.",
                        Table.of(
                                events,
                                Field.text("When", event -> event.time("at")),
                                Field.text("What", event -> event.text("kind")),
                                Field.text("Project", event -> event.text("project")),
                                Field.text("Ref", event -> event.text("ref")),
                                Field.text("In words", event -> event.text("sentence"))))
                .goingOn(told);
    }
}
