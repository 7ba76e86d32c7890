package dev.dovetail.repository.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.repository.UnsupportedMappingException;
import jakarta.data.exceptions.MappingException;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnsupportedMappingTest {

    @Entity
    @Inheritance
    @EntityListeners(Object.class)
    @Table(uniqueConstraints = @UniqueConstraint(columnNames = "nowhere"))
    static class Everything {
        @Id
        @GeneratedValue
        Instant id;

        @Version
        Instant version;

        @ElementCollection
        List<String> words;

        @Column(insertable = false)
        String computed;

        @Column(check = @CheckConstraint(constraint = "checked like 5"))
        int checked;

        Object anything;

        @ManyToOne
        Other unknown;

        @OneToMany
        Map<String, Everything> map;

        @OneToMany(mappedBy = "nothing")
        List<Everything> inverse;

        @OneToMany
        @JoinColumn(name = "everything_id")
        List<Everything> joined;

        @OneToMany(mappedBy = "parent")
        @OrderColumn
        List<Everything> ordered;

        @OneToMany(mappedBy = "parent")
        @OrderBy("nothing")
        List<Everything> sorted;

        @ManyToOne
        @JoinColumn(referencedColumnName = "computed")
        Everything parent;

        @OneToOne
        @MapsId
        Everything sharedId;
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
                                    "Everything.computed",
                                    "Everything.checked",
                                    "Everything.anything",
                                    "Everything.unknown",
                                    "Everything.map",
                                    "Everything.inverse",
                                    "Everything.joined",
                                    "Everything.ordered",
                                    "Everything.sorted",
                                    "Everything.parent",
                                    "Everything.sharedId",
                                    "Everything.id",
                                    "Everything.version");
                })
                .withMessageContaining("@Inheritance")
                .withMessageContaining("@EntityListeners")
                .withMessageContaining("'nowhere'")
                .withMessageContaining("Other is not among the entities given");
    }

    @Test
    void classesThatCannotBeEntitiesAreRefused() {
        assertRefused(Final.class, "neither final nor abstract");
        assertRefused(Final.class, "no constructor without parameters");
        assertRefused(WithoutId.class, "it has no @Id");
        assertRefused(NoEntity.class, "not annotated with @Entity");
        assertRefused(Composite.class, "ids of several attributes");
        assertRefused(Embedding.class, "@EmbeddedId");
        assertRefused(Child.class, "inherits from the entity Other");
    }

    private static void assertRefused(Class<?> type, String problem) {
        assertThatExceptionOfType(UnsupportedMappingException.class)
                .isThrownBy(() -> InMemoryPersistence.of(type))
                .withMessageContaining(problem);
    }
}
