package dev.dovetail.migrations.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.core.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scripts put together from statements that are known come apart into the same statements. */
class RandomScriptsTest {

    private static final int SCRIPTS = Boolean.getBoolean("dovetail.exhaustive") ? 100_000 : 3_000;
    private static final String LETTERS = "ab;'\"-/*$(`[#\\ \n{?é";

    @ParameterizedTest
    @EnumSource
    void comeApartIntoTheSameStatements(Engine engine) {
        Random random = new Random(20261120);
        for (int i = 0; i < SCRIPTS; i++) {
            List<String> statements = new ArrayList<>();
            List<Integer> lines = new ArrayList<>();
            StringBuilder script = new StringBuilder();
            int count = random.nextInt(6);
            for (int n = 0; n < count; n++) {
                script.append(gap(random));
                String statement = statement(random, engine);
                lines.add(Lines.lineOf(script.toString(), script.length()));
                statements.add(statement);
                script.append(statement).append(gap(random)).append(";");
            }
            script.append(gap(random));
            List<SqlStatement> found = StatementSplitter.split(script.toString(), engine);
            assertThat(found)
                    .as(script.toString())
                    .extracting(SqlStatement::line)
                    .isEqualTo(lines);
            for (int n = 0; n < count; n++) {
                assertThat(found.get(n).text()).as(script.toString()).startsWith(statements.get(n));
            }
        }
    }

    private static String statement(Random random, Engine engine) {
        StringBuilder statement = new StringBuilder("select ");
        int parts = 1 + random.nextInt(4);
        for (int i = 0; i < parts; i++) {
            statement.append(i == 0 ? "" : ", ").append(part(random, engine));
        }
        return statement.toString();
    }

    private static String part(Random random, Engine engine) {
        String text = text(random);
        boolean mysqlFamily = engine == Engine.MARIADB || engine == Engine.MYSQL;
        return switch (random.nextInt(7)) {
            case 0, 1 -> "'" + (mysqlFamily ? text.replace("\\", "\\\\") : text).replace("'", "''") + "'";
            case 2 -> "\"" + (mysqlFamily ? text.replace("\\", "\\\\") : text).replace("\"", "\"\"") + "\"";
            case 3 -> "(" + random.nextInt(100) + ")";
            case 4 -> "1 /*" + text.replace("*", "").replace("/", "") + "*/ + 1";
            case 5 -> "2 -- " + text.replace("\n", "") + "\n + 2";
            default ->
                engine == Engine.POSTGRESQL || engine == Engine.H2
                        ? "$q$" + text.replace("$", "") + "$q$"
                        : "x" + random.nextInt(10);
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(8);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private static String gap(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> "\n";
            case 1 -> " -- a; 'b\n";
            case 2 -> "/* c; \" */";
            case 3 -> "\r\n\t";
            default -> " ";
        };
    }
}
