package dev.relogrid.cli;

import picocli.CommandLine.IVersionProvider;

/** The version the jar's manifest says. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"relogrid " + (version == null ? "(not from its jar)" : version)};
    }
}
