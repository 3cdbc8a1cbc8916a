/** Events and webhooks over HTTP, asked of the running service. */
@NullMarked
package dev.relogrid.web.event;

import org.jspecify.annotations.NullMarked;
