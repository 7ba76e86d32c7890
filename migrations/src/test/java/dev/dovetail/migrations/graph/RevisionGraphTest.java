package dev.dovetail.migrations.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.engine.Engine;
import dev.dovetail.migrations.error.MigrationError;
import dev.dovetail.migrations.error.MigrationException;
import dev.dovetail.migrations.revision.RevisionId;
import dev.dovetail.migrations.script.Scripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionGraphTest {

    @TempDir
    Path root;

    @Test
    void withoutHeadersEachFollowsTheOneBefore() throws IOException {
        script("V2__b.sql", "");
        script("V10__c.sql", "");
        script("V1__a.sql", "");
        RevisionGraph graph = graph();
        assertThat(ids(graph)).containsExactly("1", "2", "10");
        assertThat(graph.named("10").parents()).containsExactly(RevisionId.of("2"));
        assertThat(graph.upTo(RevisionId.of("2"))).containsExactlyInAnyOrder(RevisionId.of("1"), RevisionId.of("2"));
    }

    @Test
    void headersDecideAndAMergeComesAfterBothBranches() throws IOException {
        script("V1__a.sql", "-- down-revision: base");
        script("V4__merge.sql", "-- a comment\n\n--Down-Revision: 2, 3\nselect 1;");
        script("V3__right.sql", "-- down-revision: 1");
        script("V2__left.sql", "-- down-revision: 1");
        RevisionGraph graph = graph();
        assertThat(ids(graph)).containsExactly("1", "2", "3", "4");
        assertThat(graph.named("4").parents()).containsExactly(RevisionId.of("2"), RevisionId.of("3"));
        assertThat(graph.upTo(RevisionId.of("3"))).containsExactlyInAnyOrder(RevisionId.of("1"), RevisionId.of("3"));
    }

    @Test
    void aHeaderMayPutALowerVersionLater() throws IOException {
        script("V2__first.sql", "-- down-revision: base");
        script("V1__second.sql", "-- down-revision: 2");
        assertThat(ids(graph())).containsExactly("2", "1");
    }

    @Test
    void twoHeadsAreNamed() throws IOException {
        script("V1__a.sql", "");
        script("V2__left.sql", "");
        script("V3__right.sql", "-- down-revision: 1");
        failure(this::graph, MigrationError.SEVERAL_HEADS)
                .hasMessageContaining("2 (left), 3 (right)")
                .hasMessageContaining("'-- down-revision: 2' in 3");
    }

    @Test
    void aCircleIsNamed() throws IOException {
        script("V1__a.sql", "");
        script("V2__b.sql", "-- down-revision: 3");
        script("V3__c.sql", "-- down-revision: 2");
        failure(this::graph, MigrationError.CYCLE).hasMessageContaining("2 (b), 3 (c)");
    }

    @Test
    void twoScriptsForOneRevisionAreNamed() throws IOException {
        script("V1_0__a.sql", "");
        script("more/V1__b.sql", "");
        failure(this::graph, MigrationError.DUPLICATE_REVISION)
                .hasMessageContaining("V1_0__a.sql")
                .hasMessageContaining("more/V1__b.sql");
    }

    @Test
    void aDowngradeNeedsItsUpgrade() throws IOException {
        script("V1__a.sql", "");
        script("U2__b.sql", "");
        failure(this::graph, MigrationError.DOWNGRADE_WITHOUT_UPGRADE).hasMessageContaining("U2__b.sql");
    }

    @Test
    void aDownRevisionMustExistAndBeAnId() throws IOException {
        script("V1__a.sql", "-- down-revision: 7");
        failure(this::graph, MigrationError.BAD_HEADER)
                .hasMessageContaining("V1__a.sql")
                .hasMessageContaining("revision 7");
        script("V1__a.sql", "\n-- down-revision: seven");
        failure(this::graph, MigrationError.BAD_HEADER)
                .hasMessageContaining("line 2")
                .hasMessageContaining("'seven'");
        script("V1__a.sql", "-- down-revision: base\n-- down-revision: base");
        failure(this::graph, MigrationError.BAD_HEADER).hasMessageContaining("second");
    }

    @Test
    void findsARevisionByIdOrUniqueBeginning() throws IOException {
        script("V20261119_101800__a.sql", "");
        script("V20261120_101800__b.sql", "");
        script("V20261120_11__c.sql", "");
        RevisionGraph graph = graph();
        assertThat(graph.named("20261119").id()).hasToString("20261119_101800");
        assertThat(graph.named("20261120.11").id()).hasToString("20261120_11");
        failure(() -> graph.named("20261120"), MigrationError.AMBIGUOUS_TARGET)
                .hasMessageContaining("20261120_11, 20261120_101800");
        failure(() -> graph.named("2027"), MigrationError.UNKNOWN_TARGET)
                .hasMessageContaining("'2027'")
                .hasMessageContaining("20261119_101800, 20261120_11, 20261120_101800");
        failure(() -> graph.named(""), MigrationError.UNKNOWN_TARGET);
    }

    @Test
    void anExactIdWinsOverLongerOnes() throws IOException {
        script("V1__a.sql", "");
        script("V1_1__b.sql", "");
        script("V10__c.sql", "");
        assertThat(graph().named("1").description()).isEqualTo("a");
    }

    @Test
    void namesThatCannotBeReadAreRefused() throws IOException {
        for (String name :
                List.of("V1_no_description.sql", "v1__a.sql", "Vx__a.sql", "users.sql", "V1__.sql", "R__view.sql")) {
            Path file = script(name, "");
            failure(this::graph, MigrationError.BAD_SCRIPT_NAME).hasMessageContaining(name);
            Files.delete(file);
        }
        Files.writeString(root.resolve("sqlite/notes.txt"), "no script");
        assertThat(ids(graph())).isEmpty();
    }

    @Test
    void aScriptMustBeUtf8() throws IOException {
        Files.write(script("V1__a.sql", ""), new byte[] {'-', '-', (byte) 0xE4});
        failure(this::graph, MigrationError.SCRIPT_UNREADABLE).hasMessageContaining("not UTF-8");
    }

    @Test
    void aLocationWithoutFolderForTheEngineSaysWhichItHas() throws IOException {
        script("V1__a.sql", "");
        failure(() -> Scripts.read(List.of(root.toString()), Engine.POSTGRESQL), MigrationError.LOCATION_MISSING)
                .hasMessageContaining(root + "/postgresql")
                .hasMessageContaining("there are sqlite");
        failure(() -> Scripts.read(List.of("classpath:no/such/folder"), Engine.SQLITE), MigrationError.LOCATION_MISSING)
                .hasMessageContaining("classpath:no/such/folder/sqlite");
    }

    private Path script(String name, String text) throws IOException {
        Path file = root.resolve("sqlite").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private RevisionGraph graph() {
        return RevisionGraph.of(Scripts.read(List.of(root.toString()), Engine.SQLITE));
    }

    private static List<String> ids(RevisionGraph graph) {
        return graph.inOrder().stream()
                .map(revision -> revision.id().toString())
                .toList();
    }

    private static AbstractThrowableAssert<?, ?> failure(ThrowingCallable call, MigrationError code) {
        return assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        MigrationException.class,
                        failure -> assertThat(failure.code()).isEqualTo(code));
    }
}
