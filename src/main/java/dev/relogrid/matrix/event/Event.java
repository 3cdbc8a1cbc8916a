package dev.relogrid.matrix.event;

import java.time.Instant;

/**
 * Something that has changed.
 *
 * @param kind broken or fixed
 * @param why upload, archive or engine
 * @param object SHA-256 of the object as it stands now
 */
public record Event(
        long id,
        Instant at,
        String kind,
        String why,
        String project,
        String ref,
        String object,
        String objectName,
        EventBody body) {

    /** One line for people. */
    public String sentence() {
        int count = body.kernels();
        String kernels = count == 1 ? "1 kernel" : count + " kernels";
        String where = project + " " + ref + ", " + body.path();
        String reason = switch (why) {
            case "upload" -> "with the newest upload";
            case "archive" -> "with the archive's newest kernels";
            default -> "by what the engine now knows";
        };
        return kind.equals("broken")
                ? where + ": breaks on " + kernels + " more, " + reason
                : where + ": no longer breaks on " + kernels + ", " + reason;
    }
}
