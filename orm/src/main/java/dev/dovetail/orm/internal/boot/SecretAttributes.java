package dev.dovetail.orm.internal.boot;

import dev.dovetail.core.spi.DatabaseAccess;
import dev.dovetail.repository.Secret;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Member;
import java.util.List;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.metamodel.mapping.AttributeMapping;
import org.hibernate.metamodel.mapping.EmbeddableValuedModelPart;
import org.hibernate.metamodel.mapping.ModelPart;
import org.hibernate.metamodel.mapping.PluralAttributeMapping;
import org.hibernate.metamodel.mapping.SelectableMapping;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.descriptor.converter.spi.JpaAttributeConverter;

/** Tells core which columns hold what must not be shown: attributes with {@link Secret}, and what converters write. */
public final class SecretAttributes {

    private final DatabaseAccess access;

    private SecretAttributes(DatabaseAccess access) {
        this.access = access;
    }

    /** Marks those of all entities. */
    public static void mark(SessionFactoryImplementor factory, DatabaseAccess access) {
        SecretAttributes attributes = new SecretAttributes(access);
        factory.getMappingMetamodel().forEachEntityDescriptor(attributes::visit);
    }

    private void visit(EntityPersister entity) {
        visit(entity.getIdentifierMapping(), false);
        entity.forEachAttributeMapping((index, attribute) -> visit(attribute, isMarked(attribute)));
    }

    private void visit(ModelPart part, boolean secret) {
        if (part instanceof PluralAttributeMapping plural) {
            visit(plural.getElementDescriptor(), secret);
        } else if (part instanceof EmbeddableValuedModelPart embedded) {
            embedded.getEmbeddableTypeDescriptor()
                    .forEachAttributeMapping((index, attribute) -> visit(attribute, secret || isMarked(attribute)));
        } else {
            part.forEachSelectable((index, column) -> visit(column, secret));
        }
    }

    private void visit(SelectableMapping column, boolean secret) {
        boolean converted = column.getJdbcMapping().getValueConverter() instanceof JpaAttributeConverter;
        if ((secret || converted) && !column.isFormula()) {
            access.addSecretColumns(
                    unquoted(column.getContainingTableExpression()),
                    List.of(unquoted(column.getSelectionExpression())));
        }
    }

    private static String unquoted(String name) {
        return name.replaceAll("[\"`\\[\\]]", "");
    }

    private static boolean isMarked(AttributeMapping attribute) {
        Member member = attribute.getPropertyAccess().getGetter().getMember();
        return member instanceof AnnotatedElement element && element.isAnnotationPresent(Secret.class);
    }
}
