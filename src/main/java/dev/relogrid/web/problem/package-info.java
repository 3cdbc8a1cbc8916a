/**
 * Every error the service answers with: the kinds as one enum, and the one place where exceptions become
 * {@code application/problem+json} (RFC 9457). Imports the exceptions of the engine and the archive; knows no endpoint.
 */
@NullMarked
package dev.relogrid.web.problem;

import org.jspecify.annotations.NullMarked;
