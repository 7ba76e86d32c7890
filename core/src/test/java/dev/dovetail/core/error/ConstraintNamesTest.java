package dev.dovetail.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConstraintNamesTest {

    @Test
    void eachKindHasItsForm() {
        assertThat(ConstraintNames.primaryKey("users")).isEqualTo("pk_users");
        assertThat(ConstraintNames.foreignKey("orders", List.of("user_id"))).isEqualTo("fk_orders_user_id");
        assertThat(ConstraintNames.unique("users", List.of("first", "last"))).isEqualTo("uq_users_first_last");
        assertThat(ConstraintNames.index("orders", List.of("created_at"))).isEqualTo("ix_orders_created_at");
        assertThat(ConstraintNames.check("orders", "total")).isEqualTo("ck_orders_total");
    }

    @Test
    void whatIsTooLongForAnEngineIsCutButStaysDifferent() {
        String table = "a_table_with_a_name_that_goes_on_and_on_for_ever_\u00e4\u00f6\u00fc_\uD83D\uDE00";
        String one = ConstraintNames.unique(table, List.of("first_column"));
        String other = ConstraintNames.unique(table, List.of("second_column"));
        assertThat(one).startsWith("uq_a_table_with_a_name").isNotEqualTo(other);
        assertThat(List.of(one, other))
                .allSatisfy(name ->
                        assertThat(name.getBytes(StandardCharsets.UTF_8).length).isBetween(56, 63));
        assertThat(ConstraintNames.unique(table, List.of("first_column"))).isEqualTo(one);
        assertThat(ConstraintNames.primaryKey("x".repeat(60))).hasSize(63).isEqualTo("pk_" + "x".repeat(60));
        assertThat(ConstraintNames.primaryKey("x".repeat(61))).hasSize(63).isNotEqualTo("pk_" + "x".repeat(61));
    }
}
