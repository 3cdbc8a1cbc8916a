/**
 * The database: a real PostgreSQL that needs no installation, run as a child of the service, or one that stands
 * elsewhere.
 *
 * <p>May import the PostgreSQL driver, Spring's JDBC support and what unpacks the server's programs. Refuses to know
 * what is kept in the tables.
 */
@NullMarked
package dev.relogrid.matrix.postgres;

import org.jspecify.annotations.NullMarked;
