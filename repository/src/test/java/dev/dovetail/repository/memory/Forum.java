package dev.dovetail.repository.memory;

import dev.dovetail.repository.Load;
import jakarta.data.repository.CrudRepository;
import jakarta.data.repository.Delete;
import jakarta.data.repository.Find;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Entities and repositories for the tests of the fake: what the contract's entities do not use. */
final class Forum {

    private Forum() {}

    @MappedSuperclass
    abstract static class Base {
        @Id
        @GeneratedValue
        Long id;

        @Version
        long version;

        @Transient
        final List<String> calls = new ArrayList<>();

        @PrePersist
        void prePersist() {
            calls.add("prePersist");
        }

        @PostPersist
        void postPersist() {
            calls.add("postPersist " + id);
        }

        @PreUpdate
        void preUpdate() {
            calls.add("preUpdate");
        }

        @PreRemove
        void preRemove() {
            calls.add("preRemove");
        }

        @PostLoad
        void postLoad() {
            calls.add("postLoad");
        }

        Long getId() {
            return id;
        }
    }

    @Entity
    @Table(
            name = "members",
            uniqueConstraints =
                    @UniqueConstraint(
                            name = "uq_members_place",
                            columnNames = {"seat_row", "seat_column"}))
    static class Member extends Base {
        String name;

        @Embedded
        @AttributeOverride(name = "line", column = @Column(name = "seat_row"))
        @AttributeOverride(name = "place", column = @Column(name = "seat_column", nullable = false))
        Seat seat = new Seat(0, 0);

        @OneToOne(mappedBy = "member")
        Badge badge;

        @OneToMany(cascade = CascadeType.ALL)
        List<Post> posts = new ArrayList<>();

        Member() {}

        Member(String name, int line, int place) {
            this.name = name;
            this.seat = new Seat(line, place);
        }

        String getName() {
            return name;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Member member && name.equals(member.getName());
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }

    @Embeddable
    static class Seat {
        Integer line;
        Integer place;

        Seat() {}

        Seat(int line, int place) {
            this.line = line;
            this.place = place;
        }
    }

    @Entity
    static class Post extends Base {
        String text;

        Post() {}

        Post(String text) {
            this.text = text;
        }
    }

    /** With property access. */
    @Entity
    static class Badge {
        private UUID code;
        private Member owner;
        private String colour;
        private byte[] picture;

        Badge() {}

        Badge(Member member, String colour) {
            this.owner = member;
            this.colour = colour;
        }

        @Id
        @GeneratedValue(strategy = GenerationType.UUID)
        UUID getCode() {
            return code;
        }

        void setCode(UUID code) {
            this.code = code;
        }

        @OneToOne(optional = false)
        @JoinColumn(name = "member_id", foreignKey = @ForeignKey(name = "fk_badge_member"))
        Member getMember() {
            return owner;
        }

        void setMember(Member member) {
            this.owner = member;
        }

        @Column(length = 5)
        String getColour() {
            return colour;
        }

        void setColour(String colour) {
            this.colour = colour;
        }

        byte[] getPicture() {
            return picture;
        }

        void setPicture(byte[] picture) {
            this.picture = picture;
        }

        String getComputed() {
            return colour + "!";
        }
    }

    /** Without a version. */
    @Entity
    static class Note {
        @Id
        String id;

        String text;

        @ManyToOne
        Note parent;

        Note() {}

        Note(String id, String text) {
            this.id = id;
            this.text = text;
        }

        String getText() {
            return text;
        }
    }

    interface Members extends CrudRepository<Member, Long> {
        @Find
        Optional<Member> called(String name);

        @Find
        @Load("posts")
        Optional<Member> withPosts(String name);

        @Delete
        void removeAll();
    }

    interface Badges extends CrudRepository<Badge, UUID> {
        @Find
        Optional<Badge> of(Member member);
    }

    interface Notes extends CrudRepository<Note, String> {}

    interface Posts extends CrudRepository<Post, Long> {
        long count();
    }

    static InMemoryPersistence open() {
        return InMemoryPersistence.of(Member.class, Post.class, Badge.class, Note.class);
    }
}
