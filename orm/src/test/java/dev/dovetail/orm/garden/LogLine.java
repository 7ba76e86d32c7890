package dev.dovetail.orm.garden;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** What lifecycle callbacks add. */
@Entity
@Table(name = "log_lines")
public class LogLine {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String content;

    @ManyToOne(cascade = CascadeType.PERSIST)
    private Label label;

    protected LogLine() {}

    public LogLine(String content, Label label) {
        this.content = content;
        this.label = label;
    }

    public Long getId() {
        return id;
    }

    public String getContent() {
        return content;
    }

    public Label getLabel() {
        return label;
    }
}
