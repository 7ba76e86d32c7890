package dev.dovetail.orm.internal.query;

import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.metamodel.model.domain.EntityDomainType;
import org.hibernate.query.criteria.HibernateCriteriaBuilder;
import org.hibernate.query.restriction.Restriction;
import org.hibernate.query.sqm.NodeBuilder;
import org.hibernate.type.CompositeType;

/** The entity with an id. */
record IdRestriction<T>(Class<T> type, Object id, boolean isNegated) implements Restriction<T> {

    IdRestriction(Class<T> type, Object id) {
        this(type, id, false);
    }

    @Override
    public Restriction<T> negated() {
        return new IdRestriction<>(type, id, !isNegated);
    }

    @Override
    public Predicate toPredicate(Root<? extends T> root, CriteriaBuilder builder) {
        Predicate equal = equal(root, (HibernateCriteriaBuilder) builder);
        return isNegated ? equal.not() : equal;
    }

    private Predicate equal(Root<? extends T> root, HibernateCriteriaBuilder builder) {
        if (((EntityDomainType<?>) root.getModel()).hasSingleIdAttribute()) {
            String name = root.getModel()
                    .getId(root.getModel().getIdType().getJavaType())
                    .getName();
            return builder.equal(root.get(name), id);
        }
        CompositeType parts = (CompositeType) ((NodeBuilder) builder)
                .getMappingMetamodel()
                .getEntityDescriptor(type)
                .getIdentifierType();
        List<Predicate> equal = new ArrayList<>();
        for (int i = 0; i < parts.getPropertyNames().length; i++) {
            equal.add(builder.equal(root.get(parts.getPropertyNames()[i]), parts.getPropertyValues(id)[i]));
        }
        return builder.and(equal.toArray(Predicate[]::new));
    }
}
