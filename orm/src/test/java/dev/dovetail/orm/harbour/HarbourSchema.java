package dev.dovetail.orm.harbour;

import dev.dovetail.core.Database;
import java.util.List;
import org.jooq.impl.DSL;

/** The tables of the harbour, in SQL that every engine reads. */
final class HarbourSchema {

    static final Class<?>[] ENTITIES = {Port.class, Captain.class, Ship.class, Papers.class, Cabin.class};

    private static final List<String> CREATE = List.of(
            "create table ports (id bigint primary key, name varchar(40))",
            "create table captains (id bigint primary key, name varchar(40))",
            "create table ships (id bigint primary key, name varchar(40), home_id bigint, captain_id bigint,"
                    + " material varchar(40), yard_id bigint, foreign key (home_id) references ports (id),"
                    + " foreign key (captain_id) references captains (id), foreign key (yard_id) references ports (id))",
            "create table papers (ship_id bigint primary key, content varchar(40),"
                    + " foreign key (ship_id) references ships (id))",
            "create table cabins (id bigint primary key, ship_id bigint, select_id bigint, warn_id bigint,"
                    + " raise_id bigint, foreign key (ship_id) references ships (id))",
            "create table ship_routes (ship_id bigint not null, port_id bigint not null)",
            "create table ship_flags (ship_id bigint not null, flag varchar(40))",
            "create table ship_log (ship_id bigint not null, noted_on varchar(40), entry varchar(40))",
            "create table ship_moorings (ship_id bigint not null, days integer not null, port_id bigint)",
            "create table ship_planks (ship_id bigint not null, plank varchar(40))");

    private static final List<String> TABLES = List.of(
            "ship_planks",
            "ship_moorings",
            "ship_log",
            "ship_flags",
            "ship_routes",
            "cabins",
            "papers",
            "ships",
            "captains",
            "ports");

    private HarbourSchema() {}

    static void create(Database db) {
        db.transaction(sql -> {
            CREATE.forEach(sql::execute);
            return CREATE.size();
        });
    }

    static void empty(Database db) {
        db.transaction(sql -> {
            TABLES.forEach(table -> sql.deleteFrom(DSL.table(DSL.name(table))).execute());
            return TABLES.size();
        });
    }
}
