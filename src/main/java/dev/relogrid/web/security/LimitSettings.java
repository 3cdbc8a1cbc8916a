package dev.relogrid.web.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much one client may send.
 *
 * @param object the largest object
 * @param kernel the largest kernel package or capture
 * @param body the largest body of anything else
 * @param rate how often a client may ask
 */
@ConfigurationProperties("relogrid.limits")
public record LimitSettings(
        @DefaultValue("32MB") DataSize object,
        @DefaultValue("512MB") DataSize kernel,
        @DefaultValue("4MB") DataSize body,
        @DefaultValue Rate rate) {

    /**
     * @param enabled off for benchmarks
     * @param readsPerMinute how many reads a token, or an address without one, has each minute; unused ones are kept
     *     for one minute
     * @param writesPerMinute the same for everything that is no read
     */
    public record Rate(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("600") int readsPerMinute,
            @DefaultValue("120") int writesPerMinute) {}
}
