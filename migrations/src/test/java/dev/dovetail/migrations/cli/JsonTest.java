package dev.dovetail.migrations.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.databases.TestEngine;
import dev.dovetail.migrations.cli.CommandRun.Output;
import dev.dovetail.migrations.report.Json;
import dev.dovetail.migrations.report.JsonReport;
import dev.dovetail.migrations.support.Project;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jooq.tools.json.JSONParser;
import org.jooq.tools.json.ParseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** With --json every command prints one JSON value, whatever happens, with the fields that docs/command-line.md lists. */
class JsonTest {

    private Project project;

    @TempDir
    Path folder;

    @BeforeEach
    void open() {
        project = new Project(TestEngine.SQLITE, folder).withThreeScripts();
    }

    @AfterEach
    void close() {
        project.close();
    }

    @Test
    void everyCommandHasItsDocumentedFields() throws Exception {
        expect("folders", "init", "--engines=sqlite");
        expect("files", "revision", "-m", "more");
        expect("heads", "heads");
        expect("revision description follows labels upgradeFile downgradeFile upgrade downgrade", "show", "1");
        expect("sql", "sql", "base:1");
        expect("steps millis current", "upgrade", "2");
        expect("steps millis current", "upgrade");
        expect("current pending", "current");
        expect("revisions", "history");
        expect("current", "stamp", "head");
        expect("scripts statements findings ignored", "lint", "all");
        expect("well complaints examined removed", "doctor");
        expect("format text", "diagram");
        expect("format file", "diagram", "--output=" + folder.resolve("d.svg"));
        expect("steps millis current", "downgrade");
        String entities = "--entities=dev.dovetail.migrations.autogenerate.before";
        String classes = "--classpath=target/test-classes";
        expect("revision files detected", "migrate", "-m", "x", "--allow-drop", classes, entities);
        expect("upToDate", "check", classes, entities);
        expect("engine changes losses notes suggestions", "diff", classes, entities);
        project.script("V2_1__other.sql", "-- down-revision: 1");
        expect("files", "merge");
        StringWriter out = new StringWriter();
        assertThat(Dovetail.run(new PrintWriter(out, true), new PrintWriter(out, true), "completion", "--json"))
                .isZero();
        assertThat(fields(parsed(out.toString()).get("result"))).containsExactly("script");
    }

    private void expect(String fields, String... command) throws Exception {
        Output output = run(command);
        Map<?, ?> value = parsed(output.out());
        assertThat(value.get("command")).as(output.out()).isEqualTo(command[0]);
        assertThat(value.get("ok")).as(output.out() + output.err()).isEqualTo(output.exitCode() == 0);
        assertThat(((Number) value.get("exitCode")).intValue()).isEqualTo(output.exitCode());
        assertThat(fields(value.get("result"))).as(output.out()).containsExactlyInAnyOrder(fields.split(" "));
        String page = Files.readString(Path.of("../docs/command-line.md"));
        String row = page.lines()
                .filter(line -> line.startsWith("|") && line.split("\\|")[1].contains("`" + command[0] + "`"))
                .findFirst()
                .orElseThrow();
        if (!command[0].equals("show")) {
            Arrays.stream(fields.split(" ")).forEach(field -> assertThat(row).contains("`" + field + "`"));
        }
    }

    @Test
    void aFailureIsOneValueToo() throws Exception {
        Output unknown = run("upgrade", "99");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("No revision begins with '99'");
        Map<?, ?> error = (Map<?, ?>) parsed(unknown.out()).get("error");
        assertThat(error.get("code")).isEqualTo("DVT-710");
        assertThat(String.valueOf(error.get("message"))).contains("No revision begins with '99'");
        Output wrong = run("upgrade", "--nonsense");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(parsed(wrong.out()).get("ok")).isEqualTo(false);
        project.script("V4__broken.sql", "create tabel x (id integer);");
        Output failed = run("upgrade");
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(((Map<?, ?>) parsed(failed.out()).get("error")).get("code")).isEqualTo("DVT-730");
    }

    @Test
    void everyCommandIsDocumentedAndHasTheOption() throws IOException {
        String page = Files.readString(Path.of("../docs/command-line.md"));
        new CommandLine(new Dovetail()).getSubcommands().forEach((name, command) -> {
            assertThat(page).contains("`" + name + "`");
            assertThat(command.getCommandSpec().optionsMap().keySet()).as(name).contains("--json", "--help");
            assertThat(command.getCommandSpec().usageMessage().description())
                    .as(name)
                    .isNotEmpty();
        });
    }

    @Test
    void textsAreEscaped() throws ParseException {
        String text = "\"quoted\" \\ \n\r\t\u0001 \u2028 \uD83D\uDE00 é";
        String json = Json.text(JsonReport.object("a", List.of(text, 1, true), "b", Map.of()));
        assertThat(json).contains("\\u0001", "\\u2028").doesNotContain("\u0001", "\n");
        Object parsed = new JSONParser().parse(json);
        assertThat(((List<?>) ((Map<?, ?>) parsed).get("a")).get(0)).isEqualTo(text);
        assertThat(Json.text(null)).isEqualTo("null");
    }

    @Test
    void theCompletionScriptKnowsCommandsAndOptions() {
        StringWriter out = new StringWriter();
        assertThat(Dovetail.run(new PrintWriter(out, true), new PrintWriter(out, true), "completion"))
                .isZero();
        assertThat(out.toString()).contains("dovetail", "upgrade", "--lock-timeout", "complete -F");
    }

    private Output run(String... command) {
        String[] all = Arrays.copyOf(command, command.length + 1);
        all[command.length] = "--json";
        return new CommandRun(project).run(all);
    }

    private static Map<?, ?> parsed(String out) throws ParseException {
        assertThat(out.lines()).hasSize(1);
        return (Map<?, ?>) new JSONParser().parse(out);
    }

    private static TreeSet<String> fields(Object object) {
        TreeSet<String> names = new TreeSet<>();
        ((Map<?, ?>) object).keySet().forEach(name -> names.add(name.toString()));
        return names;
    }
}
