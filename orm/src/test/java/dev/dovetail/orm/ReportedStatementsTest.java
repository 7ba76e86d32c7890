package dev.dovetail.orm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.core.statement.RecordedStatement;
import dev.dovetail.core.statement.StatementKind;
import dev.dovetail.core.statement.Statements;
import dev.dovetail.databases.OnEachDatabase;
import dev.dovetail.databases.TestDatabase;
import dev.dovetail.orm.model.User;
import dev.dovetail.orm.model.User_;
import dev.dovetail.orm.query.LoadOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is known of the statements that Hibernate sends. */
@OnEachDatabase
class ReportedStatementsTest extends ShopTest {

    ReportedStatementsTest(TestDatabase database) {
        super(database);
    }

    @Test
    void queriesHaveTheirRowsAndTables() {
        user("ann", 2);
        user("bob", 3);

        List<RecordedStatement> statements = Statements.during(() -> run(uow -> uow.select(User.class)
                        .load(LoadOption.selectin(User_.orders))
                        .list()))
                .statements();

        assertThat(statements)
                .extracting(
                        RecordedStatement::kind, RecordedStatement::rows, statement -> List.copyOf(statement.tables()))
                .containsExactly(
                        tuple(StatementKind.SELECT, 2L, List.of("users")),
                        tuple(StatementKind.SELECT, 5L, List.of("orders")));
        assertThat(statements)
                .allSatisfy(statement ->
                        assertThat(statement.duration()).isPositive().isLessThan(Duration.ofMinutes(1)));
    }

    @Test
    void writesHaveTheirRowsAndFailuresTheirReason() {
        user("ann", 1);
        List<RecordedStatement> told = new ArrayList<>();
        db.access().addStatementObserver(told::add);

        assertThatThrownBy(() -> user("ann", 1)).isInstanceOf(DuplicateKeyException.class);
        run(uow -> uow.select(User.class).one().setName("Anna"));

        assertThat(told)
                .filteredOn(statement -> statement.failure() != null)
                .singleElement()
                .satisfies(statement -> {
                    assertThat(statement.kind()).isEqualTo(StatementKind.INSERT);
                    assertThat(statement.tables()).containsExactly("users");
                });
        assertThat(told)
                .filteredOn(statement -> statement.kind() == StatementKind.UPDATE)
                .singleElement()
                .satisfies(statement -> assertThat(statement.rows()).isEqualTo(1));
    }
}
