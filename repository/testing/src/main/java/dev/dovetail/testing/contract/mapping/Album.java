package dev.dovetail.testing.contract.mapping;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.MapKey;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Has collections of entities of every kind. */
@Entity
class Album {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    @Version
    int version;

    @OneToMany(mappedBy = "album", cascade = CascadeType.ALL, orphanRemoval = true)
    @MapKey(name = "code")
    Map<String, Photo> photos = new HashMap<>();

    @OneToMany(mappedBy = "album", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderColumn(name = "place")
    List<Page> pages = new ArrayList<>();

    @OneToMany(cascade = CascadeType.PERSIST)
    @JoinColumn(name = "album_id")
    Set<Sticker> stickers = new HashSet<>();

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "album_id", nullable = false)
    @OrderColumn(name = "place")
    List<Song> songs = new ArrayList<>();

    @ManyToMany
    @JoinTable(name = "album_guests")
    @OrderColumn(name = "place")
    List<Guest> guests = new ArrayList<>();

    @ManyToMany
    @JoinTable(name = "album_crew")
    @MapKeyColumn(name = "role", length = 20)
    Map<String, Guest> crew = new HashMap<>();

    Album with(Photo photo) {
        photo.album = this;
        photos.put(photo.code, photo);
        return this;
    }

    Album with(Page page) {
        page.album = this;
        pages.add(page);
        return this;
    }
}
