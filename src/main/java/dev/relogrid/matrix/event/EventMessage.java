package dev.relogrid.matrix.event;

import java.time.Instant;
import java.util.List;

/**
 * An event as the feed shows it and webhooks are told it, in JSON.
 *
 * @param kind {@code broken} or {@code fixed}
 * @param why {@code upload}, {@code archive} or {@code engine}
 * @param path the object's place in its ref
 * @param object SHA-256 of the object as it stands now
 * @param name what its first upload called it
 * @param sentence all of it in one line
 * @param kernelCount how many kernels it is about
 * @param kernels some of them, at most a hundred
 * @param causes what is in the way, or was, at most twenty
 */
public record EventMessage(
        String id,
        Instant at,
        String kind,
        String why,
        String project,
        String ref,
        String path,
        String object,
        String name,
        String sentence,
        EventBody.Side before,
        EventBody.Side after,
        int kernelCount,
        List<String> kernels,
        List<CauseLine> causes) {

    public static EventMessage of(Event event) {
        EventBody body = event.body();
        return new EventMessage(
                Long.toString(event.id()),
                event.at(),
                event.kind(),
                event.why(),
                event.project(),
                event.ref(),
                body.path(),
                event.object(),
                event.objectName(),
                event.sentence(),
                body.before(),
                body.after(),
                body.kernels(),
                body.some(),
                body.causes());
    }
}
