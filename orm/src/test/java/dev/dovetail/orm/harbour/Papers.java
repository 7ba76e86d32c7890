package dev.dovetail.orm.harbour;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;

/** Has the id of its ship. */
@Entity
@Table(name = "papers")
public class Papers {

    @Id
    private Long id;

    private String content;

    @MapsId
    @OneToOne
    @JoinColumn(name = "ship_id")
    private Ship ship;

    protected Papers() {}

    public Papers(Ship ship, String content) {
        this.ship = ship;
        this.content = content;
    }

    public String getContent() {
        return content;
    }

    public Ship getShip() {
        return ship;
    }
}
