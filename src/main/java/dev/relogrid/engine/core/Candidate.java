package dev.relogrid.engine.core;

import dev.relogrid.engine.btf.NamedBtf;

/**
 * A target type that may be the local root type: same kind, same name without flavour.
 *
 * @param source the types it is among
 * @param id its id there
 */
public record Candidate(NamedBtf source, int id) {}
