package dev.relogrid.archive;

import org.jspecify.annotations.Nullable;

/** A part that lies in a pack, together with those of other kernels. */
public record PackedPart(int size, @Nullable String sha256) implements PartRef {}
