package dev.relogrid.housefixture.engine.elf;

import java.nio.ByteBuffer;

/** Raw access to bytes outside its one home. */
public record ElfOpensABuffer(ByteBuffer raw) {}
