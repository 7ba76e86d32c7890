package dev.dovetail.repository.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GrammarTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "where a = 1",
                "WHERE A = 1 ORDER BY B ASC, c DeSc",
                "select a from E",
                "select a,b from E as e where e.a.b=:x order by e.a",
                "Select Count ( This ) From E Where a Is Not Null",
                "update E set a = 1, b.c = null where not a <> 1",
                "delete from E",
                "where ((a)) = ((1)) and ((a = 1) or (b = 2))",
                "where (a + 1) * 2 >= 3 or (not (a = 1))",
                "where a\tin\n(1,\r2,\f3)",
                "where a not between ?1 and ?2",
                "where a like 'x' escape '!'",
                "where position = 1 order by position",
                "where local = 1 and a = local date"
            })
    void whatTheGrammarAllowsIsRead(String query) {
        assertThat(QueryText.parse(query)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "where a | 7 | expected a comparison",
                "where a = | 9 | expected a value, but found the end",
                "where a = 'x | 10 | does not end",
                "where a == 1 | 9 | expected a value",
                "where (a = 1 | 12 | expected ')'",
                "where a = 1 order a | 12 | expected the end",
                "select from E | 7 | expected a value",
                "update E where a = 1 | 9 | expected 'set'",
                "delete E | 7 | expected 'from'",
                "where a between 1 or 2 | 18 | expected 'and'",
                "where a in () | 12 | expected a value",
                "where a is 1 | 11 | expected 'null'",
                "where size(a) = 1 | 6 | no function 'size'",
                "where lowr(a) = 'x' | 6 | no function 'lowr'",
                "where left(a) = 'x' | 6 | takes 2 values, not 1",
                "where a = : | 10 | begins a parameter",
                "where a = 12x | 10 | no number",
                "where a = 99999999999 | 10 | no number",
                "where a # 1 | 8 | no meaning",
                "where a not = 1 | 12 | expected in, between or like",
            })
    void whatItDoesNotAllowIsMarkedWhereItIs(String query, int position, String problem) {
        BrokenQueryException broken = catchThrowableOfType(BrokenQueryException.class, () -> QueryText.parse(query));
        assertThat(broken).as(query).isNotNull().hasMessageContaining(problem.strip());
        assertThat(broken.faults())
                .singleElement()
                .extracting(QueryFault::position)
                .isEqualTo(position);
    }

    @Test
    void theMarkStandsBelowThePositionInItsLine() {
        QueryFault fault = new QueryFault(12, "p", "s");
        assertThat(fault.marked("where a = 1\nand b")).isEqualTo("and b\n^");
        assertThat(new QueryFault(99, "p", "s").marked("ab")).isEqualTo("ab\n  ^");
    }

    @Test
    void numbersHaveTheTypesThatTheyHaveInJava() {
        assertThat(NumberLiterals.parse("12")).isEqualTo(12);
        assertThat(NumberLiterals.parse("-2147483648")).isEqualTo(Integer.MIN_VALUE);
        assertThat(NumberLiterals.parse("1_000L")).isEqualTo(1000L);
        assertThat(NumberLiterals.parse("1.5f")).isEqualTo(1.5f);
        assertThat(NumberLiterals.parse(".5")).isEqualTo(0.5);
        assertThat(NumberLiterals.parse("1e4")).isEqualTo(10000.0);
        assertThat(NumberLiterals.parse("2d")).isEqualTo(2.0);
        assertThat(NumberLiterals.parse("3BI")).isEqualTo(BigInteger.valueOf(3));
        assertThat(NumberLiterals.parse("3.10BD")).isEqualTo(new BigDecimal("3.10"));
    }
}
