package dev.relogrid.matrix.postgres;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that ends under a query, or a disk that is full, is no bug of the one who asked. */
class OutageTest {
    @ParameterizedTest
    @ValueSource(strings = {"08006", "53100", "53300", "57P01", "57P02", "57P03", "58030"})
    void isOne(String state) {
        assertTrue(Outage.isOne(new SQLException("told", state)));
        assertFalse(Outage.isOne(new IllegalStateException(new SQLException("told", state))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42601", "57014", "40001"})
    void isNone(String state) {
        assertFalse(Outage.isOne(new SQLException("told", state)));
        assertFalse(Outage.isOne(new SQLException("told")));
    }
}
