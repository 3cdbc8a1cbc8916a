package dev.relogrid.matrix.run;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * {@code relogrid.runs.*}.
 *
 * @param atOnce programs times relocations up to which an object is judged while whoever uploads it waits
 * @param patience how long such an upload waits for a free processor before it is queued all the same
 * @param follow how often a run is looked at for those who follow it
 * @param recheck how often to look whether the archive is another one
 */
@ConfigurationProperties("relogrid.runs")
public record RunSettings(long atOnce, Duration patience, Duration follow, Duration recheck) {}
