package dev.dovetail.orm.schema;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.SQLRestriction;

/** Entities with every kind of relationship, default, key and check. */
final class Company {

    static final Class<?>[] ENTITIES = {
        Department.class, Employee.class, Desk.class, Skill.class, Badge.class,
    };

    private Company() {}

    enum Level {
        JUNIOR,
        SENIOR
    }

    @Entity
    @Table(
            name = "departments",
            uniqueConstraints = @UniqueConstraint(columnNames = {"name", "city"}),
            indexes = {@Index(columnList = "city, name desc"), @Index(name = "ix_given", columnList = "name")})
    static class Department {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(nullable = false, length = 20)
        String name;

        @Column(length = 20)
        String city;

        @ManyToOne
        @JoinColumn(name = "parent_id")
        Department parent;

        @OneToMany(mappedBy = "parent")
        @OrderBy("name desc")
        List<Department> children = new ArrayList<>();

        @OneToMany(mappedBy = "department", cascade = CascadeType.ALL, orphanRemoval = true)
        List<Employee> employees = new ArrayList<>();

        @OneToMany(mappedBy = "department")
        @SQLRestriction("rating > 8")
        List<Employee> stars = new ArrayList<>();

        protected Department() {}

        Department(String name, String city) {
            this.name = name;
            this.city = city;
        }
    }

    @Entity
    @Table(name = "employees")
    static class Employee {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Version
        int version;

        @Column(unique = true, length = 40)
        String email;

        @ManyToOne(optional = false)
        @OnDelete(action = OnDeleteAction.CASCADE)
        @JoinColumn(name = "department_id")
        Department department;

        @OneToOne
        @JoinColumn(name = "desk_id")
        Desk desk;

        @ManyToMany
        @JoinTable(name = "employee_skills", inverseJoinColumns = @JoinColumn(name = "skill"))
        Set<Skill> skills = new HashSet<>();

        @ElementCollection
        @CollectionTable(name = "nicknames")
        @OrderColumn(name = "place")
        @Column(name = "nickname", length = 20)
        List<String> nicknames = new ArrayList<>();

        @Enumerated(EnumType.STRING)
        @Column(length = 10)
        Level level;

        @Column(precision = 10, scale = 2, check = @CheckConstraint(constraint = "salary >= 0"))
        BigDecimal salary;

        @CreationTimestamp
        @Column(nullable = false)
        Instant createdAt;

        @ColumnDefault("7")
        @Generated
        Integer rating;

        protected Employee() {}

        Employee(Department department, String email) {
            this.department = department;
            this.email = email;
        }
    }

    @Entity
    @Table(name = "desks")
    static class Desk {
        @Id
        Long id;

        @OneToOne(mappedBy = "desk")
        Employee employee;

        protected Desk() {}

        Desk(Long id) {
            this.id = id;
        }
    }

    @Entity
    @Table(name = "skills")
    static class Skill {
        @Id
        @Column(length = 20)
        String name;

        protected Skill() {}

        Skill(String name) {
            this.name = name;
        }
    }

    @Entity
    @Table(name = "badges")
    static class Badge {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;
    }
}
