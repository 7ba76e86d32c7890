package dev.dovetail.migrations.report;

import dev.dovetail.migrations.doctor.Complaint;
import dev.dovetail.migrations.doctor.Diagnosis;
import java.util.ArrayList;
import java.util.List;

/** What the doctor found, as lines of text. */
public final class DoctorText {

    private DoctorText() {}

    /** Each complaint with what to do about it. */
    public static List<String> lines(Diagnosis diagnosis) {
        List<String> lines = new ArrayList<>();
        for (Complaint complaint : diagnosis.complaints()) {
            complaint.fact().lines().forEach(lines::add);
            lines.add("  -> " + complaint.remedy().replace("\n", "\n     "));
        }
        lines.add((diagnosis.isWell()
                        ? "Everything is in order"
                        : count(diagnosis.complaints().size())) + "; examined: "
                + String.join(", ", diagnosis.examined()) + ".");
        return lines;
    }

    private static String count(int complaints) {
        return complaints == 1 ? "1 thing is not in order" : complaints + " things are not in order";
    }
}
