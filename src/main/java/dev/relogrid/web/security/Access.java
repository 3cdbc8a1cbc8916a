package dev.relogrid.web.security;

import dev.relogrid.matrix.access.Scope;
import dev.relogrid.web.problem.ApiException;
import dev.relogrid.web.problem.ApiProblem;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * What a controller asks about the request at hand where its address alone does not decide: who is asking, and whether
 * they may write to a project named elsewhere than in the path.
 */
@Component
public final class Access {
    private final LoginClaims claims;

    Access(LoginClaims claims) {
        this.claims = claims;
    }

    /** Who is asking. */
    public Caller caller() {
        Authentication now = SecurityContextHolder.getContext().getAuthentication();
        return now == null ? Caller.ANONYMOUS : claims.caller(now);
    }

    /** Whether the caller may write to this project. */
    public boolean mayWrite(String projectName) {
        Caller caller = caller();
        return caller.has(Scope.UPLOAD) && caller.reaches(projectName);
    }

    /** Ends the request with {@link ApiProblem#FORBIDDEN} unless the caller may write to this project. */
    public void requireProject(String projectName) {
        if (!mayWrite(projectName)) {
            throw new ApiException(ApiProblem.FORBIDDEN, "this token may not write to the project " + projectName);
        }
    }

    /** Ends the request with {@link ApiProblem#FORBIDDEN} for a caller bound to any one project. */
    public void requireUnbound() {
        String project = caller().project();
        if (project != null) {
            throw new ApiException(
                    ApiProblem.FORBIDDEN, "this token is bound to the project " + project + "; this concerns all");
        }
    }
}
