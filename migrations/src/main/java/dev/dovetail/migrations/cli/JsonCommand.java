package dev.dovetail.migrations.cli;

/** A command that can answer in JSON. */
interface JsonCommand {

    /** How it is asked for. */
    String OPTION = "--json";

    /** Whether it was asked for. */
    boolean isJson();
}
