package dev.dovetail.migrations.doctor;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a killed process left behind.
 *
 * @param database the name of a scratch database, or null
 * @param folder a temporary folder, or null
 * @param complaint what is said of it
 */
record Leftover(@Nullable String database, @Nullable Path folder, Complaint complaint) {}
