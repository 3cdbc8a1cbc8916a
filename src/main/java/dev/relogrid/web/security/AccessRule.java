package dev.relogrid.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * One row of the table.
 *
 * @param methods the methods it is about; empty for all
 * @param pattern the addresses it is about; a part named {@code project} is the project somebody must reach to write
 * @param need what they ask
 */
record AccessRule(Set<String> methods, PathPattern pattern, Need need) {
    private static final String PROJECT = "project";

    static AccessRule of(Set<String> methods, String pattern, Need need) {
        return new AccessRule(methods, PathPatternParser.defaultInstance.parse(pattern), need);
    }

    boolean isAbout(String method, PathContainer path) {
        return (methods.isEmpty() || methods.contains(method)) && pattern.matches(path);
    }

    /** The project the address names. */
    Optional<String> project(PathContainer path) {
        PathPattern.PathMatchInfo match = pattern.matchAndExtract(path);
        return Optional.ofNullable(match).map(found -> found.getUriVariables().get(PROJECT));
    }

    /** The address as Spring's own mapping sees it, so that both always mean the same one. */
    static PathContainer path(HttpServletRequest request) {
        return ServletRequestPathUtils.parse(request).pathWithinApplication();
    }
}
