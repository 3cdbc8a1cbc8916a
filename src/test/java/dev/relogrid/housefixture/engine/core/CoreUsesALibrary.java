package dev.relogrid.housefixture.engine.core;

import dev.relogrid.housefixture.engine.btf.BtfLooksUp;
import org.tukaani.xz.XZInputStream;

/** A library inside the engine; and, with {@link BtfLooksUp}, a cycle. */
public record CoreUsesALibrary(BtfLooksUp downstairs, XZInputStream library) {}
