package dev.dovetail.orm.rules;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

@Entity
@Table(name = "parents")
public class Parent {

    @Id
    private Long id;

    @Version
    private int version;

    String name;
    String code;
    int amount;

    protected Parent() {}

    public Parent(long id) {
        this.id = id;
        this.name = "n" + id;
        this.code = "c" + id;
    }

    public Long getId() {
        return id;
    }
}
