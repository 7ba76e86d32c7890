package dev.dovetail.orm.internal.repository;

import dev.dovetail.core.error.ConstraintDetails;
import dev.dovetail.core.error.CoreError;
import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.error.ValueTooLongException;
import dev.dovetail.repository.spi.Assignment;
import dev.dovetail.repository.spi.Expression;
import jakarta.persistence.Column;
import java.lang.reflect.AnnotatedElement;
import java.util.List;
import org.hibernate.Length;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.BasicValuedModelPart;
import org.hibernate.metamodel.mapping.EntityMappingType;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.SqlTypes;
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
                    && isMeasured(column)
                    && column.getJdbcMapping().convertToRelationalValue(arguments.get(argument.index()))
                            instanceof String text) {
                Long length = column.getLength();
                requireFitting(column, text.codePointCount(0, text.length()), length == null ? Length.DEFAULT : length);
            }
        }
    }

    /** Whether the column surely has the length of the mapping: not one of a type of its own, nor a large object. */
    private static boolean isMeasured(BasicValuedModelPart column) {
        int type = column.getJdbcMapping().getJdbcType().getDefaultSqlTypeCode();
        return (type == SqlTypes.VARCHAR || type == SqlTypes.NVARCHAR)
                && !column.isLob()
                && column instanceof AttributeMapping attribute
                && attribute.getDeclaringType() instanceof EntityMappingType
                && attribute.getPropertyAccess().getGetter().getMember() instanceof AnnotatedElement member
                && hasNoTypeOfItsOwn(member.getAnnotation(Column.class));
    }

    private static boolean hasNoTypeOfItsOwn(@Nullable Column column) {
        return column == null || column.columnDefinition().isEmpty();
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
