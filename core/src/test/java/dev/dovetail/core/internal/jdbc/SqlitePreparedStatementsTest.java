package dev.dovetail.core.internal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlitePreparedStatementsTest {

    private static final int KEPT = 128;

    private final SqlitePreparedStatements statements = new SqlitePreparedStatements();

    @Test
    void thoseThatWereNotUsedForLongestAreClosedWhenThereAreTooMany() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            PreparedStatement favourite = use(connection, "select 'favourite'");
            List<PreparedStatement> others = new ArrayList<>();
            for (int i = 0; i < 3 * KEPT; i++) {
                others.add(use(connection, "select " + i));
                assertThat(use(connection, "select 'favourite'")).isSameAs(favourite);
                assertThat(statements.size()).isLessThanOrEqualTo(KEPT);
            }
            assertThat(statements.size()).isEqualTo(KEPT);
            assertThat(favourite.isClosed()).isFalse();
            for (int i = 0; i < others.size(); i++) {
                assertThat(others.get(i).isClosed()).as("number " + i).isEqualTo(i <= others.size() - KEPT);
            }
        }
    }

    @Test
    void thoseOfAClosedConnectionAreForgottenWithTheNextOne() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            use(connection, "select 1");
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            use(connection, "select 2");
            assertThat(statements.size()).isEqualTo(1);
        }
    }

    @Test
    void oneThatIsInUseIsNotGivenToAnother() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            PreparedStatement outer = statements.take(connection, "select 1");
            PreparedStatement inner = statements.take(connection, "select 1");
            assertThat(inner).isNotSameAs(outer);
            statements.giveBack(connection, "select 1", inner);
            statements.giveBack(connection, "select 1", outer);
            assertThat(inner.isClosed()).isTrue();
            assertThat(statements.size()).isEqualTo(1);
        }
    }

    private PreparedStatement use(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = statements.take(connection, sql);
        try (ResultSet result = statement.executeQuery()) {
            assertThat(result.next()).isTrue();
        }
        statements.giveBack(connection, sql, statement);
        return statement;
    }
}
