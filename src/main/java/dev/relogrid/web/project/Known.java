package dev.relogrid.web.project;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.archive.query.KernelQuery;
import dev.relogrid.matrix.object.Objects;
import dev.relogrid.matrix.object.StoredObject;
import dev.relogrid.matrix.project.BadName;
import dev.relogrid.matrix.project.Project;
import dev.relogrid.matrix.project.ProjectRef;
import dev.relogrid.matrix.project.Projects;
import dev.relogrid.matrix.project.RefName;
import dev.relogrid.matrix.project.Verdicts.InForce;
import dev.relogrid.policy.PolicyProblem;
import dev.relogrid.web.problem.ApiException;
import dev.relogrid.web.problem.ApiProblem;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What addresses and parameters name, or the problem that there is none. */
@Component
final class Known {
    private final Projects projects;
    private final Objects objects;

    Known(Projects projects, Objects objects) {
        this.projects = projects;
        this.objects = objects;
    }

    Project project(String name) {
        return projects.find(name)
                .orElseThrow(() -> new ApiException(ApiProblem.NOT_FOUND, "there is no project " + name));
    }

    ProjectRef ref(Project project, String name) {
        return projects.ref(project, refName(name))
                .orElseThrow(() -> new ApiException(
                        ApiProblem.NOT_FOUND, "the project " + project.name() + " has no ref " + name));
    }

    static RefName refName(String name) {
        try {
            return RefName.of(name);
        } catch (BadName e) {
            throw badName(e);
        }
    }

    static ApiException badName(BadName e) {
        return new ApiException(ApiProblem.BAD_REQUEST, String.valueOf(e.getMessage()));
    }

    /** @param sha256OrPrefix all 64 digits, or at least the first 12 */
    StoredObject object(String sha256OrPrefix) {
        return objects.find(sha256OrPrefix)
                .orElseThrow(() -> new ApiException(
                        ApiProblem.NOT_FOUND,
                        "there is no object " + sha256OrPrefix
                                + " (its SHA-256 in lower case, or at least the first 12 digits of it)"));
    }

    /** A project's policy; a version that understands less than the one that took it says so. */
    static InForce inForce(Project project, LocalDate today) {
        try {
            return InForce.of(project, today);
        } catch (PolicyProblem e) {
            throw new ApiException(
                    ApiProblem.MALFORMED_POLICY,
                    "the policy of the project " + project.name() + " is no longer understood: " + e.getMessage());
        }
    }

    /** The same, for other kernels where a query is given. */
    static InForce inForce(InForce policy, String targets) {
        try {
            return targets.isBlank() ? policy : policy.with(KernelQuery.parse(targets));
        } catch (ArchiveProblem e) {
            throw new ApiException(ApiProblem.BAD_TARGETS, String.valueOf(e.getMessage()));
        }
    }
}
