/**
 * Projects over HTTP: their refs and objects, policies and fleets, whether something may be released, and badges.
 * Imports {@code matrix} and policies; judges nothing itself.
 *
 * <p>A slash in the name of a ref is written {@code ~} where the name is one part of an address, {@code feature~x}: git
 * allows no tilde in names, and encoded slashes are refused by servers on the way.
 */
@NullMarked
package dev.relogrid.web.project;

import org.jspecify.annotations.NullMarked;
