package dev.relogrid.matrix.kernel;

/** Told to whoever listens when the service has opened the archive: at start, and whenever it is another one than before. */
public record ArchiveChanged(ArchiveState now) {}
