package dev.relogrid.web.problem;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.engine.bytes.MalformedInput;
import dev.relogrid.matrix.access.UnknownProject;
import dev.relogrid.matrix.analysis.BadProfile;
import dev.relogrid.matrix.event.WebhookProblem;
import dev.relogrid.matrix.project.BadName;
import dev.relogrid.matrix.project.ChangedMeanwhile;
import dev.relogrid.policy.FleetProblem;
import dev.relogrid.policy.PolicyProblem;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Says which problem an exception of the other rooms is: their messages are sentences for whoever asked. */
final class OwnProblems {
    private OwnProblems() {}

    static Optional<Problem> of(Throwable failure) {
        return Optional.ofNullable(
                switch (failure) {
                    case ApiException told -> told.problem();
                    case BodyTooLarge told -> told.problem();
                    case MalformedInput told -> malformed(told);
                    case ArchiveProblem told -> told(ApiProblem.BAD_TARGETS, told);
                    case BadProfile told -> told(ApiProblem.BAD_REQUEST, told);
                    case BadName told -> told(ApiProblem.BAD_REQUEST, told);
                    case UnknownProject told -> told(ApiProblem.MALFORMED_INPUT, told);
                    case WebhookProblem told -> told(ApiProblem.MALFORMED_INPUT, told);
                    case ChangedMeanwhile told ->
                        told(ApiProblem.PRECONDITION_FAILED, told, Map.of("version", told.version()));
                    case FleetProblem told -> told(ApiProblem.MALFORMED_INPUT, told, Map.of("lines", told.lines()));
                    case PolicyProblem told ->
                        told(ApiProblem.MALFORMED_POLICY, told, Map.of("line", told.line(), "column", told.column()));
                    default -> null;
                });
    }

    private static Problem malformed(MalformedInput told) {
        Map<String, Object> where = new LinkedHashMap<>();
        where.put("section", told.section());
        where.put("offset", told.offset());
        where.put("expected", told.expected());
        where.put("found", told.found());
        return told(ApiProblem.MALFORMED_OBJECT, told, where);
    }

    private static Problem told(ApiProblem kind, Exception told) {
        return told(kind, told, Map.of());
    }

    private static Problem told(ApiProblem kind, Exception told, Map<String, Object> extra) {
        return new Problem(kind, String.valueOf(told.getMessage()), extra);
    }
}
