package dev.relogrid.matrix.queue;

/** One kind of work. Safe for several threads. */
public interface Job {
    Queue queue();

    /** How many this node does at the same time. */
    int workers();

    Retries retries();

    /**
     * Does what has that id; it may have been begun, and even done, before.
     *
     * @return whether it is over; else it goes back into the queue, for whoever is free
     * @throws Exception when it is to be tried again
     */
    boolean run(String id, Attempt attempt) throws Exception;

    /**
     * It has failed for the last time.
     *
     * @param reason a sentence
     */
    void gaveUp(String id, String reason);
}
