package dev.relogrid.web.page;

import dev.relogrid.web.page.Table.Field;
import java.util.List;

/** Projects in words. */
final class ProjectSheets {
    private ProjectSheets() {}

    static Sheet all(Told told) {
        List<Told> projects = told.list("items");
        String headline = projects.isEmpty()
                ? "No projects yet: relogrid push --project NAME makes one."
                : Told.count(projects.size(), "project") + ", by name.";
        return Sheet.of(
                        headline,
                        Table.of(
                                projects,
                                Field.text("Project", project -> project.text("name")),
                                Field.text("Made", project -> project.time("createdAt")),
                                Field.text("Policy", project -> policy(project.text("policyVersion")))))
                .goingOn(told);
    }

    private static String policy(String version) {
        return version.equals("0") ? "none: all kernels count" : "version " + version;
    }

    static Sheet one(Told told) {
        Told project = told.at("project");
        List<Told> refs = told.list("refs");
        String headline = "Project " + project.text("name") + ": "
                + (refs.isEmpty() ? "nothing in it yet." : Told.count(refs.size(), "ref") + ", the latest first.");
        Table facts = Table.facts(
                "policy", told.texts("policy", " "),
                "fleet", told.number("nodes") == 0 ? "" : Told.count(told.number("nodes"), "machine"),
                "main ref", told.text("mainRef/name"),
                "badge", told.text("badge"));
        Table table = Table.of(
                refs,
                Field.text("Ref", ref -> ref.text("name")),
                Field.text("Kind", ref -> ref.text("kind")),
                Field.text("Updated", ref -> ref.time("updatedAt")),
                Field.text("Page", ref -> "/projects/" + project.text("name") + "/" + last(ref.text("href"))));
        return Sheet.of(headline, facts, table);
    }

    private static String last(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
