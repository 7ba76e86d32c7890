package dev.dovetail.orm.twin;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.MapKey;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hibernate.annotations.SortComparator;
import org.hibernate.annotations.SortNatural;
import org.jspecify.annotations.Nullable;

/** Its members go with it, by the database. */
@Entity
class Club {
    @Id
    @Nullable
    String name;

    @OneToMany(mappedBy = "club")
    List<Member> members = new ArrayList<>();

    @ElementCollection
    @SortNatural
    SortedSet<String> rooms = new TreeSet<>();

    @ElementCollection
    @SortComparator(Backwards.class)
    SortedSet<String> prizes = new TreeSet<>(new Backwards());

    @ElementCollection
    @SortNatural
    SortedMap<Integer, String> years = new TreeMap<>();

    @OneToMany(mappedBy = "club")
    @MapKey
    @SortComparator(Down.class)
    SortedMap<Integer, Member> byNumber = new TreeMap<>(new Down());

    /** Sorts backwards. */
    public static class Backwards implements Comparator<String> {
        @Override
        public int compare(String a, String b) {
            return b.compareTo(a);
        }
    }

    /** Sorts down. */
    public static class Down implements Comparator<Integer> {
        @Override
        public int compare(Integer a, Integer b) {
            return b.compareTo(a);
        }
    }

    Club() {}

    Club(String name) {
        this.name = name;
    }
}
