package dev.relogrid.matrix.queue;

import org.springframework.stereotype.Component;

/** What all workers of a node have in common: its name, the clock, and how long things may take. */
@Component
record Timing(NodeName node, DatabaseClock clock, JobSettings settings) {}
