package dev.dovetail.maven;

import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.doctor.Diagnosis;
import dev.dovetail.migrations.report.DoctorText;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Finds what is wrong with a database, its scripts, its history and its lock, and fails if there is something. */
@Mojo(name = "doctor", threadSafe = true)
public class DoctorMojo extends AbstractMigrationsMojo {

    /** Drops scratch databases that nobody is connected to, and deletes temporary folders that were not used for a day. */
    @Parameter(property = "dovetail.removeLeftovers", defaultValue = "false")
    boolean removeLeftovers;

    /** For Maven. */
    public DoctorMojo() {}

    @Override
    void work(Migrations migrations) {
        if (removeLeftovers) {
            migrations.removeLeftovers().forEach(what -> getLog().info("Removed " + what));
        }
        Diagnosis diagnosis = migrations.doctor();
        DoctorText.lines(diagnosis).forEach(getLog()::info);
        diagnosis.requireWell();
    }
}
