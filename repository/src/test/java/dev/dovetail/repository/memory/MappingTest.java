package dev.dovetail.repository.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.core.error.DovetailException;
import dev.dovetail.core.error.DuplicateKeyException;
import dev.dovetail.core.error.MissingParentException;
import dev.dovetail.core.error.NullValueException;
import dev.dovetail.core.error.ValueTooLongException;
import dev.dovetail.repository.EntityStateException;
import dev.dovetail.repository.UnloadedAssociationException;
import dev.dovetail.repository.memory.Forum.Badge;
import dev.dovetail.repository.memory.Forum.Badges;
import dev.dovetail.repository.memory.Forum.Member;
import dev.dovetail.repository.memory.Forum.Members;
import dev.dovetail.repository.memory.Forum.Note;
import dev.dovetail.repository.memory.Forum.Notes;
import dev.dovetail.repository.memory.Forum.Post;
import dev.dovetail.repository.memory.Forum.Posts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mappings that the contract does not use. */
class MappingTest {

    private final InMemoryPersistence persistence = Forum.open();
    private final Members members = persistence.repository(Members.class);
    private final Badges badges = persistence.repository(Badges.class);
    private final Notes notes = persistence.repository(Notes.class);
    private final Posts posts = persistence.repository(Posts.class);

    @Test
    void lifecycleMethodsAreCalled() {
        Member ann = members.insert(new Member("Ann", 1, 1));
        assertThat(ann.calls).containsExactly("prePersist", "postPersist " + ann.id);
        persistence.transactor().run(() -> {
            Member found = members.called("Ann").orElseThrow();
            found.name = "Anna";
            members.update(found);
            members.delete(found);
            assertThat(found.calls).containsExactly("postLoad", "preUpdate", "preRemove");
        });
    }

    @Test
    void uniqueColumnsTogetherCarryTheNameOfTheirConstraint() {
        members.insert(new Member("Ann", 1, 1));
        members.insert(new Member("Bob", 1, 2));
        assertThatExceptionOfType(DuplicateKeyException.class)
                .isThrownBy(() -> members.insert(new Member("Cid", 1, 2)))
                .satisfies(failure -> {
                    assertThat(failure.details().constraint()).isEqualTo("uq_members_place");
                    assertThat(failure.details().columns()).containsExactly("seat_row", "seat_column");
                });
    }

    @Test
    void overriddenColumnsKeepTheirRules() {
        Member ann = new Member("Ann", 1, 1);
        ann.seat = null;
        assertThatExceptionOfType(NullValueException.class)
                .isThrownBy(() -> members.insert(ann))
                .withMessageContaining("members.seat_column");
    }

    @Test
    void propertiesAreReadAndWrittenThroughTheirMethods() {
        Member ann = members.insert(new Member("Ann", 1, 1));
        Badge badge = new Badge(ann, "red");
        badge.setPicture(new byte[] {1, 2});
        badges.insert(badge);
        assertThat(badge.getCode()).isNotNull();
        badge.getPicture()[0] = 9;
        Badge found = badges.of(ann).orElseThrow();
        assertThat(found.getCode()).isEqualTo(badge.getCode());
        assertThat(found.getPicture()).containsExactly(1, 2);
        assertThat(found.getMember().getId()).isEqualTo(ann.id);
        assertThatExceptionOfType(ValueTooLongException.class).isThrownBy(() -> {
            found.setColour("purple");
            badges.update(found);
        });
    }

    @Test
    void foreignKeysCarryTheirName() {
        Member ann = members.insert(new Member("Ann", 1, 1));
        members.delete(ann);
        assertThatExceptionOfType(MissingParentException.class)
                .isThrownBy(() -> badges.insert(new Badge(ann, "red")))
                .satisfies(failure -> assertThat(failure.details().constraint()).isEqualTo("fk_badge_member"));
    }

    @Test
    void theInverseSideOfAOneToOneIsLoadedWithItsOwner() {
        Member ann = members.insert(new Member("Ann", 1, 1));
        members.insert(new Member("Bob", 1, 2));
        badges.insert(new Badge(ann, "red"));
        assertThat(members.called("Ann").orElseThrow().badge.getColour()).isEqualTo("red");
        assertThat(members.called("Bob").orElseThrow().badge).isNull();
    }

    @Test
    void aOneToManyWithoutOtherSideIsKeptInATableOfItsOwn() {
        Member ann = new Member("Ann", 1, 1);
        ann.posts.add(new Post("hello"));
        members.insert(ann);
        assertThat(members.withPosts("Ann").orElseThrow().posts)
                .extracting(post -> post.text)
                .containsExactly("hello");
        Member bob = new Member("Bob", 1, 2);
        bob.posts.addAll(ann.posts);
        assertThatExceptionOfType(EntityStateException.class)
                .isThrownBy(() -> members.insert(bob))
                .withMessageContaining("detached");
        members.deleteById(ann.id);
        assertThat(posts.count()).isZero();
    }

    @Test
    void equalityOfTheEntityIsItsOwnAndNeedsWhatItReads() {
        Member ann = members.insert(new Member("Ann", 1, 1));
        badges.insert(new Badge(ann, "red"));
        persistence.transactor().run(() -> {
            Member lazy = badges.of(ann).orElseThrow().getMember();
            assertThatExceptionOfType(UnloadedAssociationException.class).isThrownBy(lazy::hashCode);
            assertThatExceptionOfType(UnloadedAssociationException.class).isThrownBy(lazy::toString);
            assertThat(members.findById(ann.id)).containsSame(lazy);
            assertThat(lazy).isEqualTo(ann).hasSameHashCodeAs(ann);
        });
    }

    @Test
    void anIdThatIsNeitherSetNorGeneratedIsAnError() {
        assertThatExceptionOfType(EntityStateException.class)
                .isThrownBy(() -> notes.insert(new Note(null, "x")))
                .withMessageContaining("has no id");
    }

    @Test
    void theIdOfAManagedEntityCannotBeChanged() {
        notes.insert(new Note("a", "x"));
        assertThatExceptionOfType(EntityStateException.class)
                .isThrownBy(() ->
                        persistence.transactor().run(() -> notes.findById("a").orElseThrow().id = "b"))
                .withMessageContaining("from a to b");
    }

    @Test
    void entitiesMayPointToEachOther() {
        Note a = new Note("a", "x");
        a.parent = a;
        notes.insert(a);
        Note b = new Note("b", "y");
        b.parent = a;
        notes.insertAll(List.of(b));
        assertThat(notes.findById("b").orElseThrow().parent).isNotNull();
    }

    @Test
    void nothingBeginsAfterTheClose() {
        persistence.close();
        assertThatExceptionOfType(DovetailException.class)
                .isThrownBy(posts::count)
                .satisfies(failure -> assertThat(failure.code().id()).isEqualTo("DVT-608"));
    }
}
