package dev.dovetail.testing.contract.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.core.error.ChildExistsException;
import dev.dovetail.core.error.NullValueException;
import dev.dovetail.repository.EntityStateException;
import dev.dovetail.repository.TransientReferenceException;
import dev.dovetail.repository.UnloadedAssociationException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Maps and ordered lists of entities, and collections that own the columns in the rows of their elements. */
public interface EntityCollectionContract extends Mapped {

    private Albums albums() {
        return persistence().repository(Albums.class);
    }

    private Pages pages() {
        return persistence().repository(Pages.class);
    }

    private Stickers stickers() {
        return persistence().repository(Stickers.class);
    }

    private Songs songs() {
        return persistence().repository(Songs.class);
    }

    private Guest guest(String name) {
        return persistence().repository(Guests.class).save(new Guest(name));
    }

    private Long album() {
        Album album = new Album()
                .with(new Photo("x"))
                .with(new Photo("y"))
                .with(new Page("first"))
                .with(new Page("second"))
                .with(new Page("third"));
        album.stickers.add(new Sticker("star"));
        album.stickers.add(new Sticker("heart"));
        album.songs.addAll(List.of(new Song("do"), new Song("re"), new Song("mi")));
        album.guests.addAll(List.of(guest("Cid"), guest("Ann"), guest("Bob")));
        album.crew.put("cook", guest("Ann"));
        album.crew.put("host", guest("Bob"));
        return Objects.requireNonNull(albums().insert(album).id);
    }

    private Album whole(Long id) {
        return albums().whole(id).orElseThrow();
    }

    @Test
    default void elementsAreAtTheirKeysAndPositions() {
        Album album = whole(album());
        assertThat(album.photos).containsOnlyKeys("x", "y");
        assertThat(Objects.requireNonNull(album.photos.get("y")).code).isEqualTo("y");
        assertThat(album.pages).extracting(page -> page.text).containsExactly("first", "second", "third");
        assertThat(album.stickers).extracting(sticker -> sticker.text).containsExactlyInAnyOrder("star", "heart");
        assertThat(album.songs).extracting(song -> song.title).containsExactly("do", "re", "mi");
        assertThat(album.guests).extracting(Guest::getName).containsExactly("Cid", "Ann", "Bob");
        assertThat(album.crew).containsOnlyKeys("cook", "host");
        assertThat(Objects.requireNonNull(album.crew.get("host")).getName()).isEqualTo("Bob");
    }

    @Test
    default void aCollectionThatRemovesOrphansIsNotReplaced() {
        Long id = album();
        assertThatExceptionOfType(EntityStateException.class)
                .isThrownBy(() -> tx().run(() -> whole(id).pages = new ArrayList<>()))
                .withMessageContaining("Album.pages");
        assertThat(whole(id).pages).hasSize(3);
    }

    @Test
    default void aListWithAnElementThatHasNoPositionIsRefused() {
        Long id = album();
        Page fourth = new Page("fourth");
        fourth.album = albums().findById(id).orElseThrow();
        pages().insert(fourth);
        assertThatExceptionOfType(EntityStateException.class)
                .isThrownBy(() -> whole(id))
                .withMessageContaining("Album.pages");
        assertThatExceptionOfType(EntityStateException.class)
                .isThrownBy(() -> tx().run(() -> {
                    pages().remove(pages().findById(Objects.requireNonNull(fourth.id))
                            .orElseThrow());
                    whole(id);
                }));
        pages().delete(fourth);
        assertThat(whole(id).pages).hasSize(3);
    }

    @Test
    default void unloadedMapsAndListsRaise() {
        Long id = album();
        Guest ann = guest("Ann");
        tx().run(() -> {
            Album album = albums().findById(id).orElseThrow();
            List<ThrowingCallable> uses = List.of(
                    () -> album.photos.size(),
                    () -> album.photos.get("x"),
                    () -> album.photos.values().iterator(),
                    () -> album.pages.get(0),
                    () -> album.stickers.iterator(),
                    () -> album.stickers.add(new Sticker("moon")),
                    () -> album.songs.size(),
                    () -> album.songs.add(new Song("fa")),
                    () -> album.guests.contains(ann),
                    () -> album.crew.put("cook", ann));
            assertThat(uses)
                    .allSatisfy(use -> assertThatThrownBy(use).isInstanceOf(UnloadedAssociationException.class));
            assertThatExceptionOfType(UnloadedAssociationException.class)
                    .isThrownBy(() -> album.crew.size())
                    .withMessageStartingWith("Album.crew is not loaded, in Album with id " + id + ".");
        });
    }

    @Test
    default void changesOfMapsAndListsAreWritten() {
        Long id = album();
        Guest dan = guest("Dan");
        tx().run(() -> {
            Album album = whole(id);
            album.photos.remove("x");
            album.with(new Photo("z"));
            album.pages.remove(1);
            album.pages.add(0, page(album, "cover"));
            album.songs.remove(0);
            album.songs.add(1, new Song("fa"));
            album.guests.remove(0);
            album.guests.add(
                    0, persistence().repository(Guests.class).findById("Dan").orElseThrow());
            album.crew.remove("cook");
            album.crew.put("host", album.guests.get(0));
        });
        Album album = whole(id);
        assertThat(album.photos).containsOnlyKeys("y", "z");
        assertThat(album.pages).extracting(page -> page.text).containsExactly("cover", "first", "third");
        assertThat(pages().findAll()).hasSize(3);
        assertThat(album.songs).extracting(song -> song.title).containsExactly("re", "fa", "mi");
        assertThat(songs().findAll()).hasSize(3);
        assertThat(album.guests).extracting(Guest::getName).containsExactly("Dan", "Ann", "Bob");
        assertThat(album.crew).containsOnlyKeys("host");
        assertThat(Objects.requireNonNull(album.crew.get("host")).getName()).isEqualTo(dan.getName());
    }

    private static Page page(Album album, String text) {
        Page page = new Page(text);
        page.album = album;
        return page;
    }

    @Test
    default void anotherOrderIsWritten() {
        Long id = album();
        tx().run(() -> {
            Album album = whole(id);
            Collections.reverse(album.pages);
            Collections.swap(album.songs, 0, 2);
            Collections.swap(album.guests, 0, 1);
        });
        Album album = whole(id);
        assertThat(album.pages).extracting(page -> page.text).containsExactly("third", "second", "first");
        assertThat(album.songs).extracting(song -> song.title).containsExactly("mi", "re", "do");
        assertThat(album.guests).extracting(Guest::getName).containsExactly("Ann", "Cid", "Bob");
    }

    @Test
    default void onlyTheOwnerOfACollectionCountsItsChanges() {
        Long id = album();
        tx().run(() -> whole(id).stickers.add(new Sticker("moon")));
        assertThat(whole(id).version).isEqualTo(1);
        tx().run(() -> Collections.reverse(whole(id).pages));
        assertThat(whole(id).version).isEqualTo(1);
        assertThat(pages().sorted()).extracting(page -> page.version).containsOnly(0);
        assertThat(whole(id).stickers).extracting(sticker -> sticker.version).containsOnly(0);
    }

    @Test
    default void elementsAreLetGoWithoutBeingDeleted() {
        Long id = album();
        tx().run(() -> whole(id).stickers.removeIf(sticker -> sticker.text.equals("star")));
        assertThat(stickers().of(null)).extracting(sticker -> sticker.text).containsExactly("star");
        assertThat(stickers().of(whole(id))).extracting(sticker -> sticker.text).containsExactly("heart");
        tx().run(() -> {
            Album inserted = new Album();
            inserted.stickers.addAll(stickers().of(null));
            albums().insert(inserted);
        });
        assertThat(stickers().of(null)).isEmpty();
        albums().deleteById(id);
        assertThat(stickers().of(null)).extracting(sticker -> sticker.text).containsExactly("heart");
        assertThat(songs().findAll()).isEmpty();
        assertThat(pages().findAll()).isEmpty();
    }

    @Test
    default void aJoinColumnThatMustNotBeNullIsWrittenWithTheElement() {
        album();
        assertThat(songs().findAll()).hasSize(3);
        assertThatExceptionOfType(NullValueException.class).isThrownBy(() -> songs().insert(new Song("alone")));
    }

    @Test
    default void theStateOfADetachedEntityIsTakenOver() {
        Long id = album();
        Album detached = whole(id);
        detached.pages.remove(0);
        detached.songs.add(new Song("la"));
        detached.guests.remove(2);
        detached.crew.put("guard", guest("Cid"));
        detached.photos.remove("x");
        albums().update(detached);
        Album album = whole(id);
        assertThat(album.pages).extracting(page -> page.text).containsExactly("second", "third");
        assertThat(album.songs).extracting(song -> song.title).containsExactly("do", "re", "mi", "la");
        assertThat(album.guests).extracting(Guest::getName).containsExactly("Cid", "Ann");
        assertThat(album.crew).containsOnlyKeys("cook", "host", "guard");
        assertThat(album.photos).containsOnlyKeys("y");
    }

    @Test
    default void linksAreKeptByForeignKeys() {
        Long id = album();
        assertThatExceptionOfType(ChildExistsException.class)
                .isThrownBy(() -> persistence().repository(Guests.class).deleteById("Bob"));
        assertThatExceptionOfType(TransientReferenceException.class)
                .isThrownBy(() -> tx().run(() -> whole(id).crew.put("new", new Guest("Eve"))));
        assertThat(whole(id).crew).hasSize(2);
    }

    @Test
    default void aReturnToASavepointTakesMapsAndOrdersBack() {
        Long id = album();
        tx().run(() -> {
            Album album = whole(id);
            Collections.reverse(album.songs);
            assertThatThrownBy(() -> tx().nested().run(() -> {
                        album.songs.remove(0);
                        album.crew.clear();
                        albums().update(album);
                        throw new IllegalStateException("back");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(album.songs).extracting(song -> song.title).containsExactly("mi", "re", "do");
            assertThat(album.crew).hasSize(2);
        });
        assertThat(whole(id).songs).extracting(song -> song.title).containsExactly("mi", "re", "do");
        assertThat(whole(id).crew).hasSize(2);
    }
}
