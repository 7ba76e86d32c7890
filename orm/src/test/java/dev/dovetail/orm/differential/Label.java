package dev.dovetail.orm.differential;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Without a version; cannot go while an item has it. */
@Entity
@Table(name = "labels")
public class Label {

    @Id
    private Long id;

    private String name;

    protected Label() {}

    public Label(Long id, String name) {
        this.id = id;
        this.name = name;
    }

    public Long getId() {
        return id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
