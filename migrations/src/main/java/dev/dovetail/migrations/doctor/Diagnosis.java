package dev.dovetail.migrations.doctor;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.error.MigrationException;
import java.util.List;

/**
 * What the doctor found. Immutable.
 *
 * @param complaints what is not in order, the most pressing first
 * @param examined what was looked at, for people
 */
public record Diagnosis(List<Complaint> complaints, List<String> examined) {

    /** Keeps copies. */
    public Diagnosis {
        complaints = List.copyOf(complaints);
        examined = List.copyOf(examined);
    }

    /** Whether everything is in order. */
    public boolean isWell() {
        return complaints.isEmpty();
    }

    /**
     * Refuses complaints, for a build.
     *
     * @throws MigrationException listing them, if there are any
     */
    public void requireWell() {
        if (!isWell()) {
            StringBuilder fact = new StringBuilder("Not everything is in order:");
            complaints.forEach(complaint -> fact.append("\n    ")
                    .append(complaint.fact())
                    .append("\n      -> ")
                    .append(complaint.remedy()));
            throw new MigrationException(new Explanation(
                    MigrationError.NOT_WELL,
                    fact.toString(),
                    "a process was killed, a script failed, or scripts and database come from different versions",
                    "go on with what stands behind each arrow, the first one first"));
        }
    }
}
