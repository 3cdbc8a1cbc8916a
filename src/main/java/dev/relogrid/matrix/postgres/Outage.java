package dev.relogrid.matrix.postgres;

import java.sql.SQLException;

/** Tells a database that is away, or has no room, from a statement that is wrong. */
public final class Outage {
    private Outage() {}

    /**
     * Whether that very exception, not one behind it, says so by its SQL state (PostgreSQL's appendix of error codes): class
     * 08 connection exception, 53 insufficient resources, 57P operator intervention, 58 system error.
     */
    public static boolean isOne(Throwable failure) {
        String state = failure instanceof SQLException told ? told.getSQLState() : null;
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("53")
                        || state.startsWith("57P")
                        || state.startsWith("58"));
    }
}
