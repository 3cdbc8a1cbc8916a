/** What tells operators how the service is: ids of requests in the log, numbers about the archive and about tokens. */
@NullMarked
package dev.relogrid.web.observe;

import org.jspecify.annotations.NullMarked;
