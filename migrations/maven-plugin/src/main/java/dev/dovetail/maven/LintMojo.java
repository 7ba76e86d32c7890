package dev.dovetail.maven;

import dev.dovetail.migrations.Migrations;
import dev.dovetail.migrations.lint.LintReport;
import dev.dovetail.migrations.lint.Severity;
import dev.dovetail.migrations.report.LintText;
import java.util.Locale;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Fails if scripts do what locks, rewrites, loses data or breaks running instances. */
@Mojo(name = "lint", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
public class LintMojo extends AbstractMigrationsMojo {

    private static final String NEVER = "never";

    /** {@code all}, {@code pending} (what the database lacks), {@code head}, or the beginning of a revision's id. */
    @Parameter(property = "dovetail.scope", defaultValue = "all")
    String scope;

    /** From which severity on the build fails: {@code note}, {@code warning}, {@code error}, {@code never}. */
    @Parameter(property = "dovetail.failOn", defaultValue = "error")
    String failOn;

    /** For Maven. */
    public LintMojo() {}

    @Override
    boolean needsDatabase() {
        return scope.equals("pending");
    }

    @Override
    void work(Migrations migrations) {
        LintReport report = migrations.lint(scope);
        LintText.lines(report).forEach(getLog()::info);
        if (!failOn.equals(NEVER)) {
            report.requireNone(Severity.valueOf(failOn.toUpperCase(Locale.ROOT)));
        }
    }
}
