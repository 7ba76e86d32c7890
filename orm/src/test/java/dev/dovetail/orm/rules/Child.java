package dev.dovetail.orm.rules;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

@Entity
@Table(name = "children")
public class Child {

    @Id
    private Long id;

    @ManyToOne
    Parent parent;

    protected Child() {}

    public Child(long id, Parent parent) {
        this.id = id;
        this.parent = parent;
    }
}
