package dev.dovetail.migrations.report;

import dev.dovetail.migrations.autogenerate.Detected;
import dev.dovetail.migrations.autogenerate.Generated;
import dev.dovetail.migrations.backfill.BackfillProgress;
import dev.dovetail.migrations.doctor.Diagnosis;
import dev.dovetail.migrations.lint.LintFinding;
import dev.dovetail.migrations.lint.LintReport;
import dev.dovetail.migrations.result.AppliedStep;
import dev.dovetail.migrations.result.HistoryEntry;
import dev.dovetail.migrations.result.HistoryEntry.Installation;
import dev.dovetail.migrations.result.MigrationRun;
import dev.dovetail.migrations.result.RevisionInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Results as values for {@link Json}; {@code docs/command-line.md} describes them. */
public final class JsonReport {

    private JsonReport() {}

    /** An object with these names and values, in this order. */
    public static Map<String, @Nullable Object> object(Object... namesAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            Object value = namesAndValues[i + 1];
            object.put(
                    namesAndValues[i].toString(),
                    value instanceof Optional<?> optional ? optional.orElse(null) : value);
        }
        return object;
    }

    /** Each as its text. */
    public static List<String> texts(Collection<?> things) {
        return things.stream().map(Object::toString).toList();
    }

    /** What a run did, and where the database is now. */
    public static Map<String, @Nullable Object> run(MigrationRun run, Optional<HistoryEntry> current) {
        return object(
                "steps",
                run.steps().stream().map(JsonReport::step).toList(),
                "millis",
                run.elapsed().toMillis(),
                "current",
                current.map(entry -> entry.revision().toString()));
    }

    private static Map<String, @Nullable Object> step(AppliedStep step) {
        return object(
                "direction",
                lower(step.direction()),
                "revision",
                step.revision(),
                "description",
                step.description(),
                "script",
                step.script(),
                "millis",
                step.elapsed().toMillis());
    }

    /** A revision and how it stands. */
    public static Map<String, @Nullable Object> entry(HistoryEntry entry) {
        Optional<Installation> installation = entry.installation();
        return object(
                "revision",
                entry.revision(),
                "description",
                entry.description(),
                "state",
                lower(entry.state()),
                "labels",
                entry.labels(),
                "script",
                entry.script(),
                "reversible",
                entry.reversible(),
                "appliedOn",
                installation.map(Installation::on),
                "appliedBy",
                installation.map(Installation::by),
                "millis",
                installation.map(applied -> applied.elapsed().toMillis()));
    }

    /** How a backfill stands. */
    public static Map<String, @Nullable Object> backfill(BackfillProgress progress) {
        return object(
                "name",
                progress.name(),
                "table",
                progress.table(),
                "total",
                progress.total(),
                "seen",
                progress.seen(),
                "changed",
                progress.changed(),
                "batches",
                progress.batches(),
                "startedOn",
                progress.startedOn(),
                "updatedOn",
                progress.updatedOn(),
                "finished",
                progress.finished());
    }

    /** A revision, without the texts of its scripts. */
    public static Map<String, @Nullable Object> revision(RevisionInfo revision) {
        return object(
                "revision",
                revision.id(),
                "description",
                revision.description(),
                "follows",
                texts(revision.parents()),
                "labels",
                revision.labels(),
                "upgradeFile",
                revision.upgradeFile(),
                "downgradeFile",
                revision.downgradeFile());
    }

    /** What was detected and written. */
    public static Map<String, @Nullable Object> generated(Generated generated) {
        return object(
                "revision",
                generated.revision(),
                "files",
                texts(generated.files()),
                "detected",
                generated.detected().stream().map(JsonReport::detected).toList());
    }

    /** What differs on one engine. */
    public static Map<String, @Nullable Object> detected(Detected detected) {
        return object(
                "engine",
                detected.engine().id(),
                "changes",
                detected.changes(),
                "losses",
                detected.losses(),
                "notes",
                detected.notes(),
                "suggestions",
                detected.suggestions());
    }

    /** What was found in scripts. */
    public static Map<String, @Nullable Object> lint(LintReport report) {
        List<Map<String, @Nullable Object>> ignored = new ArrayList<>();
        report.ignored().forEach(one -> {
            Map<String, @Nullable Object> finding = finding(one.finding());
            finding.put("reason", one.reason());
            ignored.add(finding);
        });
        return object(
                "scripts",
                report.scripts(),
                "statements",
                report.statements(),
                "findings",
                report.findings().stream().map(JsonReport::finding).toList(),
                "ignored",
                ignored);
    }

    private static Map<String, @Nullable Object> finding(LintFinding finding) {
        return object(
                "rule",
                finding.rule().id(),
                "severity",
                lower(finding.rule().severity()),
                "effect",
                lower(finding.rule().effect()),
                "engine",
                finding.engine().id(),
                "script",
                finding.script(),
                "line",
                finding.line(),
                "statement",
                finding.statement(),
                "fact",
                finding.fact(),
                "text",
                finding.text(),
                "recipe",
                finding.rule().recipe());
    }

    /** What the doctor found, and what was removed before. */
    public static Map<String, @Nullable Object> diagnosis(Diagnosis diagnosis, List<String> removed) {
        return object(
                "well",
                diagnosis.isWell(),
                "complaints",
                diagnosis.complaints().stream()
                        .map(complaint -> object(
                                "kind",
                                lower(complaint.kind()),
                                "fact",
                                complaint.fact(),
                                "remedy",
                                complaint.remedy()))
                        .toList(),
                "examined",
                diagnosis.examined(),
                "removed",
                removed);
    }

    /** A value of an enum as it is written for machines: lower case, with dashes. */
    public static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
