package dev.relogrid.matrix.object;

/** What became of an upload: {@code isNew} is false for bytes that were there before, under whatever name. */
public record Upload(StoredObject object, boolean isNew) {}
