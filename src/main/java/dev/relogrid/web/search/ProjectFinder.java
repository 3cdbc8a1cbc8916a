package dev.relogrid.web.search;

import dev.relogrid.matrix.project.Projects;
import java.util.List;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Projects by a part of their names, which have no upper case. */
@Component
@Order(3)
final class ProjectFinder implements Finder {
    private final Projects projects;

    ProjectFinder(Projects projects) {
        this.projects = projects;
    }

    @Override
    public List<Hit> find(String text, int limit) {
        return projects.search(text.toLowerCase(Locale.ROOT), limit).stream()
                .map(project -> new Hit("project", project.name(), "", Hit.page("projects", project.name())))
                .toList();
    }
}
