package dev.dovetail.migrations.diagram;

import static dev.dovetail.migrations.support.Failures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.databases.TestEngine;
import dev.dovetail.migrations.autogenerate.model.SchemaModel;
import dev.dovetail.migrations.cli.CommandRun;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.support.Project;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Schemas as pictures. */
@OnEachDatabase
class DiagramTest {

    private final TestEngine engine;

    @TempDir
    Path folder;

    private Project project;

    DiagramTest(TestDatabase database) {
        this.engine = database.engine();
    }

    @BeforeEach
    void tables() {
        project = new Project(engine, folder);
        project.execute(
                "create table users (id bigint not null primary key, name varchar(50))",
                "create table orders (id bigint not null primary key, user_id bigint not null references users (id),"
                        + " total numeric(10, 2))",
                "create table bills (id bigint not null primary key, order_id bigint unique references orders (id),"
                        + " \"of <whom> & why\" varchar(9))");
    }

    @AfterEach
    void close() {
        project.close();
    }

    @Test
    void mermaidShowsColumnsKeysAndReferences() {
        String text = project.migrations().diagram(DiagramFormat.MERMAID);
        assertThat(text)
                .startsWith(
                        "erDiagram\n    \"bills\" {\n        bigint id PK\n        bigint order_id FK, UK \"null\"\n")
                .contains(" of_whom_why \"null\"\n")
                .contains("    \"bills\" |o--o| \"orders\" : \"order_id\"\n")
                .contains("    \"orders\" }o--|| \"users\" : \"user_id\"\n")
                .doesNotContain("dovetail_");
        // Each line is one that Mermaid's grammar knows.
        assertThat(text.lines())
                .allMatch(line -> line.matches("erDiagram|    \"[^\"]+\" \\{|    \\}"
                        + "|        \\p{L}[\\w()\\[\\]-]* \\p{L}[\\w-]*( (PK|FK|UK)(, (PK|FK|UK))*)?( \"null\")?"
                        + "|    \"[^\"]+\" (\\|o|\\}o)--(o\\||\\|\\|) \"[^\"]+\" : \"[^\"]+\""));
    }

    @Test
    void svgHasABoxForEachTableAndALineForEachReference() throws Exception {
        Document svg = parse(project.migrations().diagram(DiagramFormat.SVG));
        assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(svg.getElementsByTagName("path").getLength()).isEqualTo(2);
        List<int[]> boxes = new ArrayList<>();
        NodeList groups = svg.getElementsByTagName("g");
        for (int i = 0; i < groups.getLength(); i++) {
            Element box = (Element)
                    ((Element) groups.item(i)).getElementsByTagName("rect").item(0);
            boxes.add(new int[] {number(box, "x"), number(box, "y"), number(box, "width"), number(box, "height")});
        }
        assertThat(boxes).hasSize(3);
        for (int[] one : boxes) {
            assertThat(one[0] + one[2]).isLessThan(number(svg.getDocumentElement(), "width"));
            assertThat(one[1] + one[3]).isLessThan(number(svg.getDocumentElement(), "height"));
            for (int[] other : boxes) {
                boolean apart = one == other
                        || one[0] + one[2] <= other[0]
                        || other[0] + other[2] <= one[0]
                        || one[1] + one[3] <= other[1]
                        || other[1] + other[3] <= one[1];
                assertThat(apart).isTrue();
            }
        }
        // bills refers to orders, which refers to users: from right to left.
        assertThat(boxes.get(0)[0]).isGreaterThan(boxes.get(1)[0]);
        assertThat(boxes.get(1)[0]).isGreaterThan(boxes.get(2)[0]);
        assertThat(svg.getDocumentElement().getTextContent()).contains("of <whom> & why");
    }

    @Test
    void tablesThatReferToEachOtherAreDrawn() throws Exception {
        project.execute("drop table bills", "drop table orders", "drop table users");
        project.execute(
                "create table a (id bigint primary key, b_id bigint)",
                "create table b (id bigint primary key, a_id bigint references a (id), b_id bigint references b (id))");
        if (engine == TestEngine.POSTGRESQL) {
            project.execute("alter table a add foreign key (b_id) references b (id)");
        }
        Document svg = parse(project.migrations().diagram(DiagramFormat.SVG));
        assertThat(svg.getElementsByTagName("g").getLength()).isEqualTo(2);
        assertThat(svg.getElementsByTagName("path").getLength()).isEqualTo(engine == TestEngine.POSTGRESQL ? 3 : 2);
    }

    @Test
    void aModelIsDrawnWithoutTheDatabase() {
        String text = project.migrations(options -> options.scratch(project.url()))
                .diagram(
                        DiagramFormat.MERMAID,
                        SchemaModel.statements(any -> List.of("create table planned (id bigint not null primary key)")),
                        project.engine());
        assertThat(text).isEqualTo("erDiagram\n    \"planned\" {\n        bigint id PK\n    }\n");
    }

    @Test
    void theCommandWritesAFileOrTellsWhyNot() throws Exception {
        CommandRun commands = new CommandRun(project);
        Path file = folder.resolve("schema.svg");
        assertThat(commands.run("diagram", "--output=" + file).out()).isEqualTo("Written " + file + "\n");
        parse(Files.readString(file));
        assertThat(commands.run("diagram").out()).startsWith("erDiagram\n");
        assertThat(commands.run("diagram", "--format", "svg").out()).startsWith("<svg ");
        assertThat(commands.run("diagram", "--format", "png").exitCode()).isEqualTo(2);
        assertFails(
                        MigrationError.BAD_DIAGRAM,
                        () -> DiagramFile.write(folder.resolve("no").resolve("folder.svg"), ""))
                .hasMessageContaining("folder.svg cannot be written");
        assertFails(MigrationError.BAD_DIAGRAM, () -> DiagramFile.format("png", file))
                .hasMessageContaining("use mermaid or svg");
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aColumnMayHaveNoTypeOnSqlite() {
        project.execute("create table loose (" + (engine == TestEngine.SQLITE ? "x" : "x text") + ")");
        assertThat(project.migrations().diagram(DiagramFormat.MERMAID))
                .contains((engine == TestEngine.SQLITE ? "        x x " : "        text x ") + "\"null\"\n");
    }
}
