package dev.relogrid.embedded;

/**
 * Something that could not be looked into, so that objects may be missing.
 *
 * @param name as objects in it would be named
 * @param why a clause without the name and without a full stop
 */
public record Unopened(String name, String why) {}
