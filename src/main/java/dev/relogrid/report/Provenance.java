package dev.relogrid.report;

/**
 * What an answer depends on besides the object, so that it can be had again.
 *
 * @param engine the version of the engine
 * @param archive names the state of the archive
 * @param archiveDate when the archive was in that state, RFC 3339
 */
public record Provenance(String engine, String archive, String archiveDate) {}
