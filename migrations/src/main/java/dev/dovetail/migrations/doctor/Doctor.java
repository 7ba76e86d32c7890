package dev.dovetail.migrations.doctor;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.core.spi.DatabaseAccess;
import dev.dovetail.migrations.doctor.Complaint.Kind;
import dev.dovetail.migrations.error.MigrationException;
import dev.dovetail.migrations.execution.HistoryComplaints;
import dev.dovetail.migrations.graph.RevisionGraph;
import dev.dovetail.migrations.script.Scripts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at one thing after the other, and goes on where one fails. Nothing is changed. */
public final class Doctor {

    private final DatabaseAccess access;
    private final List<String> locations;
    private final List<Complaint> complaints = new ArrayList<>();
    private final List<String> examined = new ArrayList<>();

    private Doctor(DatabaseAccess access, List<String> locations) {
        this.access = access;
        this.locations = locations;
    }

    /**
     * Examines a database and the scripts for it.
     *
     * @throws dev.dovetail.core.error.DatabaseUnavailableException if it cannot be reached
     */
    public static Diagnosis examine(DatabaseAccess access, List<String> locations) {
        return new Doctor(access, locations).examine();
    }

    private Diagnosis examine() {
        Optional<RevisionGraph> graph = scripts();
        graph.ifPresent(found -> {
            examined.add("history");
            HistoryComplaints.of(access, found).forEach(failure -> complaints.add(Complaint.of(Kind.HISTORY, failure)));
        });
        try (Connection connection = access.openConnection()) {
            examined.add("lock");
            LockCheck.of(access, connection).ifPresent(complaints::add);
            examined.add(access.engine().displayName() + "'s catalog");
            complaints.addAll(CatalogCheck.of(access.engine(), connection));
        } catch (SQLException failure) {
            throw access.translate(failure, null);
        }
        examined.add("what killed processes leave behind");
        new Leftovers(access).find().forEach(leftover -> complaints.add(leftover.complaint()));
        return new Diagnosis(complaints, examined);
    }

    private Optional<RevisionGraph> scripts() {
        examined.add("scripts");
        Engine engine = access.engine();
        try {
            return Optional.of(RevisionGraph.of(Scripts.read(locations, engine)));
        } catch (MigrationException failure) {
            complaints.add(Complaint.of(Kind.SCRIPTS, failure));
        }
        try {
            return Optional.of(RevisionGraph.withAnyHeads(Scripts.read(locations, engine)));
        } catch (MigrationException failure) {
            return Optional.empty();
        }
    }
}
