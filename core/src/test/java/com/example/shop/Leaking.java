package com.example.shop;

import dev.dovetail.core.Database;
import java.sql.Connection;

/** An application's code, in a package of its own: what a call site is to name. */
public final class Leaking {

    private Leaking() {}

    public static Connection takesAndForgets(Database db) {
        return db.access().openConnection();
    }
}
