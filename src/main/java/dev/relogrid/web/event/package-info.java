/** What changed, over HTTP: the feed, and the webhooks that are told. */
@NullMarked
package dev.relogrid.web.event;

import org.jspecify.annotations.NullMarked;
