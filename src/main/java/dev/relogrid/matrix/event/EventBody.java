package dev.relogrid.matrix.event;

import java.util.List;

/**
 * What an event says beside its kind, place and time; kept as JSON.
 *
 * @param path the object's place in its ref
 * @param kernels how many it is about
 * @param some of them by name, at most a hundred
 * @param causes at most twenty
 */
public record EventBody(String path, Side before, Side after, int kernels, List<String> some, List<CauseLine> causes) {
    private static final int MOST = 100;

    /** What an answer depended on. */
    public record Side(String object, String archive, String engine) {
        static Side of(Happening.State state) {
            return new Side(state.object(), state.archive(), state.engine());
        }
    }

    static EventBody of(Happening happening) {
        List<String> kernels = happening.kernels();
        Happening.Cause cause = happening.cause();
        return new EventBody(
                cause.place().path(),
                Side.of(cause.before()),
                Side.of(cause.after()),
                kernels.size(),
                List.copyOf(kernels.subList(0, Math.min(MOST, kernels.size()))),
                happening.causes());
    }
}
