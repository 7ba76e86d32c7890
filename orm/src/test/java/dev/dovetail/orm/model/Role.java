package dev.dovetail.orm.model;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** An entity with an id of its own choice. */
@Entity
@Table(name = "roles")
public class Role {

    @Id
    private String code;

    private String title;

    protected Role() {}

    public Role(String code, String title) {
        this.code = code;
        this.title = title;
    }

    public String getCode() {
        return code;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }
}
