package dev.relogrid.matrix.run;

import dev.relogrid.matrix.analysis.Analysis;
import org.jspecify.annotations.Nullable;

/** What became of a request to judge: {@code analysis} is null until the run is done. */
public record Submitted(Run run, @Nullable Analysis analysis) {}
