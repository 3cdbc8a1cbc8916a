package dev.relogrid.report.diff;

import dev.relogrid.report.CauseCard;
import dev.relogrid.report.CauseKey;
import java.util.List;

/**
 * A cause that came, went, or weighs more or less than before.
 *
 * @param kind {@link Change.Kind#REGRESSED} or {@link Change.Kind#FIXED}
 * @param key what it is known by in both reports
 * @param card of the report after, for what went of the one before
 * @param kernels ids of the kernels, in both reports, on which that is so
 */
public record CauseChange(Change.Kind kind, CauseKey key, CauseCard card, List<String> kernels) {}
