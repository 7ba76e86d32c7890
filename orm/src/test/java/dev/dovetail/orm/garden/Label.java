package dev.dovetail.orm.garden;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Belongs to one plot. */
@Entity
@Table(name = "labels")
public class Label {

    @Id
    private Long id;

    private String content;

    protected Label() {}

    public Label(Long id, String content) {
        this.id = id;
        this.content = content;
    }

    public Long getId() {
        return id;
    }

    public String getContent() {
        return content;
    }

    public void setContent(String content) {
        this.content = content;
    }
}
