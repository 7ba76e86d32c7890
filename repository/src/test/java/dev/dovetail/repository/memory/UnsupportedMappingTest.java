package dev.dovetail.repository.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.repository.UnsupportedMappingException;
import jakarta.data.exceptions.MappingException;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnsupportedMappingTest {

    @Entity
    @SecondaryTable(name = "more")
    @Table(uniqueConstraints = @UniqueConstraint(columnNames = "nowhere"))
    static class Everything {
        @Id
        @GeneratedValue
        Instant id;

        @Version
        String version;

        @ElementCollection
        NavigableSet<String> words;

        @Column(table = "more", nullable = false)
        String must;

        @Column(table = "none")
        String lost;

        @ManyToOne(optional = false)
        @JoinTable(name = "links")
        Everything linked;

        Inner inner;

        @Column(insertable = false)
        String half;

        @Column(insertable = false, updatable = false)
        String computed;

        @Column(name = "half")
        String twice;

        @Column(check = @CheckConstraint(constraint = "checked like 5"))
        int checked;

        Object anything;

        @ManyToOne
        Other unknown;

        @OneToMany
        Map<Everything, Everything> map;

        @OneToMany(mappedBy = "nothing")
        List<Everything> inverse;

        @OneToMany
        @JoinColumns({@JoinColumn(name = "a"), @JoinColumn(name = "b")})
        List<Everything> joined;

        @ManyToMany(mappedBy = "others")
        @OrderColumn
        List<Everything> ordered;

        @ManyToMany
        List<Everything> others;

        @OneToMany(mappedBy = "parent")
        @OrderBy("nothing")
        List<Everything> sorted;

        @OneToMany(mappedBy = "parent")
        @MapKey(name = "nothing")
        Map<String, Everything> keyed;

        @ManyToOne
        @JoinColumn(referencedColumnName = "computed")
        Everything parent;
    }

    @Embeddable
    static class Inner {
        @ElementCollection
        Set<String> parts;

        @ManyToOne(cascade = CascadeType.PERSIST)
        Everything cascading;
    }

    @Entity
    static class Other {
        @Id
        Long id;
    }

    @Entity
    static final class Final {
        @Id
        Long id;

        Final(Long id) {
            this.id = id;
        }
    }

    @Entity
    static class WithoutId {
        String name;
    }

    static class NoEntity {
        @Id
        Long id;
    }

    @Entity
    static class Composite {
        @Id
        Long one;

        @Id
        Long two;
    }

    @Entity
    static class Embedding {
        @EmbeddedId
        String id;
    }

    @Entity
    static class Child extends Other {}

    @Entity
    abstract static class Abstract {
        @Id
        Long id;
    }

    @Entity
    static class OwnParent {
        @Id
        @ManyToOne
        OwnParent parent;
    }

    @Test
    void everythingThatIsNotImitatedIsRefusedAtOnce() {
        assertThatExceptionOfType(UnsupportedMappingException.class)
                .isThrownBy(() -> InMemoryPersistence.of(Everything.class))
                .satisfies(refused -> {
                    assertThat(refused.code().id()).isEqualTo("DVT-607");
                    assertThat(refused).isInstanceOf(MappingException.class);
                    assertThat(refused.faults())
                            .extracting(fault -> fault.substring(0, fault.indexOf(':')))
                            .contains(
                                    "Everything",
                                    "Everything.words",
                                    "Everything.must",
                                    "Everything.lost",
                                    "Everything.linked",
                                    "Inner.parts",
                                    "Inner.cascading",
                                    "Everything.half",
                                    "Everything.twice",
                                    "Everything.checked",
                                    "Everything.anything",
                                    "Everything.unknown",
                                    "Everything.map",
                                    "Everything.inverse",
                                    "Everything.joined",
                                    "Everything.ordered",
                                    "Everything.sorted",
                                    "Everything.keyed",
                                    "Everything.parent",
                                    "Everything.id",
                                    "Everything.version");
                })
                .withMessageContaining("there is no secondary table 'none'")
                .withMessageContaining("a reference in a join table that must be there")
                .withMessageContaining("nothing writes the column 'computed'")
                .withMessageContaining("'nowhere'")
                .withMessageContaining("Other is not among the entities given");
    }

    @Test
    void classesThatCannotBeEntitiesAreRefused() {
        assertRefused(Final.class, "cannot be final");
        assertRefused(Final.class, "no constructor without parameters");
        assertRefused(WithoutId.class, "it has no @Id");
        assertRefused(NoEntity.class, "not annotated with @Entity");
        assertRefused(Composite.class, "several @Id and no @IdClass");
        assertRefused(Embedding.class, "which is not @Embeddable");
        assertRefused(Child.class, "inherits from the entity Other, which is not among");
        assertRefused(Abstract.class, "it is abstract, and no entity given inherits from it");
        assertRefused(OwnParent.class, "its id is derived from itself");
    }

    @Test
    void tablesThatWouldCountTheSameIdsAreRefused() {
        assertThatExceptionOfType(UnsupportedMappingException.class)
                .isThrownBy(() -> InMemoryPersistence.of(Counting.class, CountingToo.class))
                .withMessageContaining("Counting.id: each table of TABLE_PER_CLASS would count for itself");
    }

    @Entity
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    static class Counting {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        @Nullable
        Long id;
    }

    @Entity
    static class CountingToo extends Counting {}

    private static void assertRefused(Class<?> type, String problem) {
        assertThatExceptionOfType(UnsupportedMappingException.class)
                .isThrownBy(() -> InMemoryPersistence.of(type))
                .withMessageContaining(problem);
    }
}
