package dev.dovetail.orm.internal.boot;

import dev.dovetail.core.error.Explanation;
import dev.dovetail.core.type.Digits;
import dev.dovetail.orm.type.DecimalTextJdbcType;
import dev.dovetail.repository.RepositoryError;
import dev.dovetail.repository.UnsupportedMappingException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.FetchMode;
import org.hibernate.boot.Metadata;
import org.hibernate.engine.spi.Managed;
import org.hibernate.mapping.Any;
import org.hibernate.mapping.Array;
import org.hibernate.mapping.BasicValue;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Column;
import org.hibernate.mapping.Component;
import org.hibernate.mapping.IdentifierCollection;
import org.hibernate.mapping.ManyToOne;
import org.hibernate.mapping.OneToOne;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Property;
import org.hibernate.mapping.Table;
import org.hibernate.mapping.ToOne;
import org.hibernate.mapping.Value;

/**
 * Makes mappings predictable before the session factory is built: every association lazy, every update dynamic. What
 * Hibernate could only load with statements that nobody asked for is refused.
 */
final class MappingRules {

    private static final int MICROSECONDS = 6;

    private final Metadata metadata;
    private final List<String> faults = new ArrayList<>();

    private MappingRules(Metadata metadata) {
        this.metadata = metadata;
    }

    /** With what was found wrong before. */
    static void apply(Metadata metadata, List<String> earlierFaults) {
        MappingRules rules = new MappingRules(metadata);
        rules.faults.addAll(earlierFaults);
        metadata.getEntityBindings().forEach(rules::visit);
        metadata.collectTableMappings().forEach(rules::visit);
        rules.throwFaults();
    }

    /** Hibernate's times of day have whole seconds, unless the mapping says otherwise; the rest would be rounded. */
    private void visit(Table table) {
        for (Column column : table.getColumns()) {
            if (column.getTemporalPrecision() == null
                    && column.getValue() instanceof BasicValue value
                    && value.resolve().getDomainJavaType().getJavaTypeClass() == LocalTime.class) {
                column.setTemporalPrecision(MICROSECONDS);
            }
        }
    }

    private void visit(PersistentClass entity) {
        entity.setDynamicUpdate(true);
        entity.setBatchSize(1);
        Class<?> type = entity.getMappedClass();
        String name = type.getSimpleName();
        if (Managed.class.isAssignableFrom(type)) {
            faults.add(name + ": its bytecode is enhanced by Hibernate, which makes to-one associations load without"
                    + " asking; leave the enhancement out of the build");
        }
        Property id = entity.getIdentifierProperty();
        if (id != null) {
            visit(name, id);
        }
        entity.getProperties().forEach(property -> visit(name, property));
    }

    private void visit(String owner, Property property) {
        String path = owner + "." + property.getName();
        Value value = property.getValue();
        if (value instanceof ToOne toOne) {
            visit(path, toOne, owner.contains("."));
        } else if (value instanceof Collection collection) {
            visit(path, collection);
        } else if (value instanceof Component component) {
            component.getProperties().forEach(part -> visit(path, part));
        } else if (value instanceof Any any) {
            any.setLazy(true);
        } else if (value instanceof BasicValue basic && !property.isLazy()) {
            visit(basic);
        } else if (property.isLazy()) {
            faults.add(path + ": @Basic(fetch = LAZY) has no effect without bytecode enhancement, the value is always"
                    + " loaded; take it away, or move the value to an entity of its own");
        }
    }

    /** Of a type that an annotation names, the digits of the column are not told to it by itself. */
    private static void visit(BasicValue value) {
        BasicValue.Resolution<?> resolved = value.resolve();
        if (resolved.getJdbcType() instanceof DecimalTextJdbcType exact) {
            Digits digits = ColumnDigits.of(value, resolved.getRelationalJavaType(), exact);
            if (digits != null) {
                exact.columnDigits(digits);
            }
        }
    }

    private void visit(String path, ToOne toOne, boolean embedded) {
        if (toOne instanceof OneToOne oneToOne && !oneToOne.isConstrained()) {
            visitInverse(path, oneToOne, embedded);
            return;
        }
        toOne.setLazy(true);
        toOne.setFetchMode(FetchMode.SELECT);
        if (!toOne.isReferenceToPrimaryKey()) {
            faults.add(path + ": it references another column than the primary key, so Hibernate would load it with a"
                    + " statement for each owner; reference the primary key, or map the column as a plain value");
        }
        if (toOne instanceof ManyToOne manyToOne && manyToOne.isIgnoreNotFound()) {
            faults.add(path + ": @NotFound(IGNORE) makes Hibernate load it with a statement for each owner; add the"
                    + " foreign key to the database and take @NotFound away");
        }
        PersistentClass target = metadata.getEntityBinding(toOne.getReferencedEntityName());
        if (target != null) {
            requireProxies(path, target.getMappedClass());
        }
    }

    /** Whether there is one is not known without looking, so it is loaded with its owner. */
    private void visitInverse(String path, OneToOne oneToOne, boolean embedded) {
        oneToOne.setLazy(false);
        oneToOne.setFetchMode(FetchMode.JOIN);
        if (embedded || oneToOne.getMappedByProperty() == null) {
            faults.add(path + ": this side of the one-to-one has no foreign key and "
                    + (embedded ? "stands in an embedded value" : "no 'mappedBy'")
                    + ", so Hibernate would load it with a statement for each owner; "
                    + (embedded ? "move the attribute to the entity" : "name the other side with mappedBy")
                    + ", or leave it out and query for it");
        }
    }

    /** A class without a proxy would be loaded at once; a final method of a proxy would read fields that are null. */
    private void requireProxies(String path, Class<?> target) {
        if (Modifier.isFinal(target.getModifiers())) {
            faults.add(path + ": " + target.getSimpleName() + " is final, so it cannot be loaded later; make the class"
                    + " open");
        }
        for (Class<?> type = target; type != null && type != Object.class; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                int modifiers = method.getModifiers();
                if (Modifier.isFinal(modifiers)
                        && !Modifier.isStatic(modifiers)
                        && !Modifier.isPrivate(modifiers)
                        && !method.isSynthetic()) {
                    faults.add(path + ": the method " + type.getSimpleName() + "." + method.getName()
                            + " is final, so it would see empty fields while the entity is not loaded; make it"
                            + " overridable");
                }
            }
        }
    }

    private void visit(String path, Collection collection) {
        collection.setLazy(true);
        collection.setFetchMode(FetchMode.SELECT);
        collection.setSubselectLoadable(false);
        collection.setBatchSize(1);
        if (collection instanceof Array) {
            faults.add(path + ": an array cannot tell whether it is loaded, so Hibernate loads it with a statement for"
                    + " each owner; map it as a List");
        } else if (collection instanceof IdentifierCollection) {
            faults.add(path + ": the rows of a collection with @CollectionId are not known by what they hold, so it"
                    + " cannot be read again in place; map it as a List with @OrderColumn, or make the rows an entity");
        }
        if (collection.getElement() instanceof BasicValue basic) {
            visit(basic);
        }
        if (collection.getElement() instanceof Component component) {
            component.getProperties().forEach(part -> visit(path, part));
        }
    }

    private void throwFaults() {
        if (faults.isEmpty()) {
            return;
        }
        throw new UnsupportedMappingException(
                new Explanation(
                        RepositoryError.UNSUPPORTED_MAPPING,
                        "The entities cannot be served as they are mapped:\n    - " + String.join("\n    - ", faults),
                        "mappings that are fine where associations load themselves, which they never do here",
                        "change each as it says"),
                faults);
    }
}
