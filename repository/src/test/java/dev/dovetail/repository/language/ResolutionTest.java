package dev.dovetail.repository.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.repository.spi.AttributeDescription;
import dev.dovetail.repository.spi.AttributeDescription.Kind;
import dev.dovetail.repository.spi.Condition;
import dev.dovetail.repository.spi.Condition.Comparator;
import dev.dovetail.repository.spi.EntityDescription;
import dev.dovetail.repository.spi.Expression;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolutionTest {

    static final class Car {}

    static final class Maker {}

    private static final EntityDescription MAKER =
            entity(Maker.class, null, basic("id", Long.class), basic("name", String.class));
    private static final EntityDescription CAR = entity(
            Car.class,
            "version",
            basic("id", Long.class),
            basic("version", int.class),
            basic("name", String.class),
            basic("doors", int.class),
            basic("price", Double.class),
            basic("day", DayOfWeek.class),
            basic("data", byte[].class),
            new AttributeDescription("maker", Kind.TO_ONE, Maker.class, true, List.of()),
            new AttributeDescription("parts", Kind.TO_MANY, Maker.class, true, List.of()),
            new AttributeDescription(
                    "size", Kind.EMBEDDED, Object.class, true, List.of(basic("width", Integer.class))));

    @Test
    void aNegationIsTakenIn() {
        Condition condition = where("not (doors = 1 or not (name <> 'x' and price > 2.0))");
        assertThat(condition).isInstanceOfSatisfying(Condition.All.class, all -> {
            assertThat(all.conditions().get(0))
                    .isInstanceOfSatisfying(
                            Condition.Comparison.class,
                            comparison -> assertThat(comparison.comparator()).isEqualTo(Comparator.NOT_EQUAL));
            assertThat(all.conditions().get(1)).isInstanceOf(Condition.All.class);
        });
        assertThat(where("not doors is null")).isEqualTo(where("doors is not null"));
        assertThat(where("not name not like 'x'")).isEqualTo(where("name like 'x'"));
        assertThat(where("not doors not in (1, 2)")).isEqualTo(where("doors in (1, 2)"));
        assertThat(where("doors not between 1 and 2")).isEqualTo(where("doors < 1 or doors > 2"));
    }

    @Test
    void anEnumConstantIsOfTheTypeBesideIt() {
        Object monday = new Expression.Literal(DayOfWeek.MONDAY);
        for (String written : List.of("MONDAY", "DayOfWeek.MONDAY", "java.time.DayOfWeek.MONDAY")) {
            assertThat(where("day = " + written)).extracting("right").isEqualTo(monday);
            assertThat(where(written + " <> day")).extracting("left").isEqualTo(monday);
        }
    }

    @Test
    void typesOfNumbersArePromoted() {
        assertThat(type("doors + 1")).isEqualTo(Integer.class);
        assertThat(type("doors * 2L")).isEqualTo(Long.class);
        assertThat(type("doors / 2")).isEqualTo(Integer.class);
        assertThat(type("doors - 1f")).isEqualTo(Float.class);
        assertThat(type("doors - 1BD")).isEqualTo(BigDecimal.class);
        assertThat(type("doors - 1BI")).isEqualTo(BigInteger.class);
        assertThat(type("price - 1BD")).isEqualTo(Double.class);
        assertThat(type("abs(version)")).isEqualTo(Integer.class);
        assertThat(type("length(name)")).isEqualTo(Integer.class);
        assertThat(type("name || 'x'")).isEqualTo(String.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "where nam = 'x' | 6 | Car has no attribute 'nam' | did you mean 'name'",
                "where maker.nme = 'x' | 6 | Maker has no attribute 'nme' | did you mean 'name'",
                "where parts.name = 'x' | 6 | through a collection | ",
                "where size = 1 | 6 | no single value | size.width",
                "where parts is null | 6 | no single value | query the entity",
                "where doors = 'x' | 14 | an Integer cannot be compared with a String | use an Integer",
                "where name > 1 | 13 | a String cannot be compared with an Integer | ",
                "where day > MONDAY | 6 | never less or greater | = or <>",
                "where data < :bytes | 6 | never less or greater | ",
                "where day = java.time.DayOfWeek.MOONDAY | 12 | no constant | DayOfWeek.MONDAY",
                "where name + 1 > 2 | 6 | a number is needed | ",
                "where lower(doors) = 'x' | 12 | a text is needed | ",
                "where left(name, 'x') = 'x' | 17 | number of characters | ",
                "where doors like 'x' | 6 | like compares texts | ",
                "where name like lower(name) | 16 | the same for all rows | a parameter",
                "where name like 'x' escape 'ab' | 27 | one character | ",
                "where doors in (1, 'x') | 19 | cannot be compared | ",
                "where doors in (version) | 16 | the same for all rows | ",
                "where name = :nme | 13 | no parameter :nme | did you mean :name",
                "where name = :names | 13 | several values | in :names",
                "where name = :name and doors = ?2 | 31 | do not mix | ",
                "where doors in :names | 15 | cannot be compared | ",
                "where version(this) = 'x' | 22 | cannot be compared | ",
                "order by parts | 9 | no single value | ",
                "order by doors + 1 | 15 | nothing can be sorted | ",
                "select 1 | 7 | the same for all rows | ",
                "select maker | 7 | another entity | ",
                "update Car set id = 1L | 15 | id of a row never changes | ",
                "update Car set version = 1 | 15 | counts by itself | ",
                "update Car set doors = 1.5 | 23 | doors is an Integer, but this is a Double | ",
                "update Car set maker.name = 'x' | 15 | no single value in the row | ",
                "update Car set name = maker.name | 22 | reads another entity | give it as a parameter",
            })
    void whatDoesNotFitIsMarkedWhereItIs(String query, int position, String problem, @Nullable String suggestion) {
        BrokenQueryException broken = catchThrowableOfType(BrokenQueryException.class, () -> resolve(query));
        assertThat(broken).as(query).isNotNull();
        assertThat(broken.faults()).first().satisfies(fault -> {
            assertThat(fault.problem()).contains(problem.strip());
            assertThat(fault.position()).as(fault.problem()).isEqualTo(position);
            assertThat(fault.suggestion()).contains(suggestion == null ? "" : suggestion.strip());
        });
    }

    @Test
    void allFaultsOfAQueryAreTold() {
        BrokenQueryException broken = catchThrowableOfType(
                BrokenQueryException.class, () -> resolve("select nme where dors = 1 and price = 'x' order by foo"));
        assertThat(broken.faults()).hasSize(4);
    }

    private static Condition where(String condition) {
        return Objects.requireNonNull(resolve("where " + condition).where());
    }

    private static Class<?> type(String expression) {
        return resolve("select " + expression).selected().get(0).type();
    }

    private static QueryStatement resolve(String query) {
        Map<String, QueryParameter> parameters = Map.of(
                ":name", new QueryParameter(0, String.class, null),
                "?2", new QueryParameter(1, int.class, null),
                ":names", new QueryParameter(2, List.class, String.class),
                ":bytes", new QueryParameter(3, byte[].class, null));
        return QueryText.parse(query)
                .resolve(new QueryScope(CAR, type -> type == Maker.class ? MAKER : null, parameters, 4));
    }

    private static AttributeDescription basic(String name, Class<?> type) {
        return new AttributeDescription(name, Kind.BASIC, type, true, List.of());
    }

    private static EntityDescription entity(
            Class<?> type, @Nullable String version, AttributeDescription... attributes) {
        Map<String, AttributeDescription> byName = new LinkedHashMap<>();
        for (AttributeDescription attribute : attributes) {
            byName.put(attribute.name(), attribute);
        }
        return new EntityDescription(type, type.getSimpleName(), Long.class, List.of("id"), version, byName);
    }
}
