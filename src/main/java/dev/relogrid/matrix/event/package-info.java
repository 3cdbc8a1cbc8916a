/**
 * What has changed for somebody: kernels an object newly breaks on, kernels it no longer breaks on. Kept as a feed, and told
 * to the project's webhooks.
 *
 * <p>May import {@code report} and the queues. Refuses to know why anything was judged anew, and HTTP as a server.
 */
@NullMarked
package dev.relogrid.matrix.event;

import org.jspecify.annotations.NullMarked;
