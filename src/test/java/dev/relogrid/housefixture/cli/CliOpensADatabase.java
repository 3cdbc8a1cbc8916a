package dev.relogrid.housefixture.cli;

import java.sql.Connection;

/** A database outside the room that owns it. */
public record CliOpensADatabase(Connection connection) {}
