package dev.relogrid.gate;

/**
 * An object of which there is no answer.
 *
 * @param name what the user calls it
 * @param code what kind of trouble, for programs, in lower snake: {@code unreadable} where the file
 *     cannot be had, {@code malformed} where it is no object, {@code bad_profile} where it has not what is set or switched
 * @param message a clause that says why, without the name
 */
public record Unread(String name, String code, String message) {}
