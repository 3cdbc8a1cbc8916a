package dev.relogrid.cli;

import picocli.CommandLine.IVersionProvider;

/** The version the jar's manifest says. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"relogrid " + text()};
    }

    /** The number alone. */
    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "(not from its jar)" : version;
    }
}
