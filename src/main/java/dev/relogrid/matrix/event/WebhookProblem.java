package dev.relogrid.matrix.event;

/** A webhook cannot be told, for a reason that is not the event's. The message is one sentence. */
public final class WebhookProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WebhookProblem(String message) {
        super(message);
    }
}
