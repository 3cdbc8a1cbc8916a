package dev.relogrid.housefixture.engine.btf;

import dev.relogrid.housefixture.engine.core.CoreUsesALibrary;

/** A forbidden arrow: types know nothing of relocation. */
public record BtfLooksUp(CoreUsesALibrary upstairs) {}
