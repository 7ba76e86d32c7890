package dev.dovetail.migrations.cli;

import picocli.CommandLine.Option;

/** Where migrations in Java are. */
final class ClassOptions {

    static final String NAME = "--classpath";
    static final String DEFAULT = "target/classes";

    @Option(
            names = NAME,
            paramLabel = "<path>",
            description =
                    "Folders and jars with migrations in Java (package db.migration, or a location java:<package>)"
                            + " and what they need, as Java writes it. Default: " + DEFAULT)
    String classpath = DEFAULT;
}
