package dev.relogrid.web.security;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may do what without saying who they are, and what a login's groups are good for.
 *
 * @param anonymousRead whether reading needs no token
 * @param openBadges whether badges need none even where reading does
 * @param openMetrics whether metrics need none
 * @param groups what the groups of a login or a JWT mean
 */
@ConfigurationProperties("relogrid.access")
record AccessSettings(
        @DefaultValue("true") boolean anonymousRead,
        @DefaultValue("false") boolean openBadges,
        @DefaultValue("false") boolean openMetrics,
        @DefaultValue Groups groups) {

    /**
     * @param claim the claim that lists somebody's groups
     * @param read groups whose members may read
     * @param upload groups whose members may upload
     * @param admin groups whose members may do everything
     */
    record Groups(
            @DefaultValue("groups") String claim,
            @DefaultValue Set<String> read,
            @DefaultValue Set<String> upload,
            @DefaultValue Set<String> admin) {}
}
