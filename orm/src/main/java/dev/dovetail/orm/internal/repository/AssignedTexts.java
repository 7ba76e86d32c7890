package dev.dovetail.orm.internal.repository;

import dev.dovetail.core.error.ConstraintDetails;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.error.ValueTooLongException;
import dev.dovetail.repository.spi.Assignment;
import dev.dovetail.repository.spi.Expression;
import java.util.List;
import org.hibernate.metamodel.mapping.BasicValuedModelPart;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * The texts that a bulk update is given. Most engines measure one when they write it into a row, PostgreSQL mostly as soon as
 * the statement is planned; measured here it is refused on each of them, whether a row matches or not.
 */
final class AssignedTexts {

    private AssignedTexts() {}

    /**
     * Measures them.
     *
     * @throws ValueTooLongException if one has more characters than its column takes
     */
    static void requireFitting(
            EntityPersister persister, List<Assignment> assignments, List<@Nullable Object> arguments) {
        for (Assignment assignment : assignments) {
            if (assignment.value() instanceof Expression.Argument argument
                    && persister.findByPath(assignment.path().name()) instanceof BasicValuedModelPart column
                    && column.getLength() != null
                    && column.getJdbcMapping().convertToRelationalValue(arguments.get(argument.index()))
                            instanceof String text) {
                requireFitting(column, text.codePointCount(0, text.length()), column.getLength());
            }
        }
    }

    private static void requireFitting(BasicValuedModelPart column, int length, long longest) {
        if (length > longest) {
            String table = column.getContainingTableExpression();
            throw new ValueTooLongException(
                    new Explanation(
                            CoreError.VALUE_TOO_LONG,
                            "A value of " + length + " characters does not fit into " + table + "."
                                    + column.getSelectionExpression() + ", which takes " + longest + ".",
                            "input that was not checked, or a column that is too short",
                            "check the length before, or raise @Column(length = …) and the column's length"),
                    new ConstraintDetails(null, table, List.of(column.getSelectionExpression())),
                    null);
        }
    }
}
