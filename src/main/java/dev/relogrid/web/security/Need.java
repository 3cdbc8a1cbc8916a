package dev.relogrid.web.security;

/** What an address asks of whoever comes. */
enum Need {
    /** Nothing. */
    OPEN,
    /** The scope read, or nothing where anonymous reading is on. */
    PUBLIC,
    /** Nothing where badges are open, otherwise as {@link #PUBLIC}. */
    BADGE,
    /** The scope read whatever is on, unless metrics are open. */
    METRICS,
    /** The scope upload. */
    UPLOAD,
    /** The scope admin. */
    ADMIN
}
