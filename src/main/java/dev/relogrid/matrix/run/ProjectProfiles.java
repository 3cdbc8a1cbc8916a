package dev.relogrid.matrix.run;

import dev.relogrid.matrix.analysis.LoadProfile;
import dev.relogrid.matrix.analysis.LoadProfiles;
import dev.relogrid.matrix.object.Objects;
import dev.relogrid.matrix.object.StoredObject;
import dev.relogrid.matrix.project.PolicyProfiles;
import dev.relogrid.matrix.project.Projects;
import dev.relogrid.policy.PolicyProblem;
import org.springframework.stereotype.Component;

/** How each project loads its objects, for those who judge them when nobody asks. */
@Component
final class ProjectProfiles {
    private final Projects projects;
    private final PolicyProfiles policies;
    private final LoadProfiles profiles;
    private final Objects objects;

    ProjectProfiles(Projects projects, PolicyProfiles policies, LoadProfiles profiles, Objects objects) {
        this.projects = projects;
        this.policies = policies;
        this.profiles = profiles;
        this.objects = objects;
    }

    StoredObject object(long id) {
        return objects.get(id);
    }

    /** A policy that is no longer understood says nothing. */
    LoadProfile of(String project, StoredObject object) {
        try {
            return projects.find(project)
                    .map(known -> policies.of(Projects.policy(known), object))
                    .orElseGet(profiles::standard);
        } catch (PolicyProblem e) {
            return profiles.standard();
        }
    }
}
