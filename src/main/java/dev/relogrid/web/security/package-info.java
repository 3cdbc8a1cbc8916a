/**
 * Who is asking, and whether they may: tokens, logins, the table of rules, limits of rate and size, headers, the record
 * of writes. Imports {@code matrix.access} and problems; knows no endpoint but by its address.
 */
@NullMarked
package dev.relogrid.web.security;

import org.jspecify.annotations.NullMarked;
