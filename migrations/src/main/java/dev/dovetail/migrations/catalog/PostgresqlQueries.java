package dev.dovetail.migrations.catalog;

import java.util.List;

/** The queries on PostgreSQL's catalog, each for the whole of the current schema. */
final class PostgresqlQueries {

    private static final String HERE =
            "(select n.oid from pg_catalog.pg_namespace n where n.nspname = current_schema())";

    private static final String NOT_OF_EXTENSION = " and not exists (select 1 from pg_catalog.pg_depend d"
            + " where d.objid = %s.oid and d.classid = 'pg_catalog.%s'::regclass and d.deptype = 'e')";

    private static final String OWN = " and c.relname not like 'dovetail\\_%'";

    static final String TABLES = "select c.relname, pg_catalog.obj_description(c.oid, 'pg_class')"
            + " from pg_catalog.pg_class c where c.relnamespace = " + HERE
            + " and c.relkind = 'r' and not c.relispartition"
            + OWN + NOT_OF_EXTENSION.formatted("c", "pg_class");

    static final String COLUMNS = "select c.relname, a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod),"
            + " a.attnotnull, pg_catalog.pg_get_expr(d.adbin, d.adrelid), a.attidentity, a.attgenerated,"
            + " case when a.attcollation <> t.typcollation then co.collname end,"
            + " pg_catalog.col_description(c.oid, a.attnum)"
            + " from pg_catalog.pg_class c"
            + " join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped"
            + " join pg_catalog.pg_type t on t.oid = a.atttypid"
            + " left join pg_catalog.pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum"
            + " left join pg_catalog.pg_collation co on co.oid = a.attcollation"
            + " where c.relnamespace = " + HERE + " and c.relkind = 'r' order by c.relname, a.attnum";

    static final String CONSTRAINTS = "select c.relname, k.conname, k.contype, pg_catalog.pg_get_constraintdef(k.oid),"
            + " f.relname, (select string_agg(a.attname, E'\\x01' order by u.place)"
            + " from unnest(k.conkey) with ordinality u(num, place)"
            + " join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.num)"
            + " from pg_catalog.pg_constraint k join pg_catalog.pg_class c on c.oid = k.conrelid"
            + " left join pg_catalog.pg_class f on f.oid = k.confrelid"
            + " where k.connamespace = " + HERE + " and k.contype in ('p', 'u', 'f', 'c', 'x')";

    static final String INDEXES =
            "select t.relname, i.relname, x.indisunique, pg_catalog.pg_get_indexdef(x.indexrelid),"
                    + " am.amname = 'btree' and x.indpred is null and x.indexprs is null and x.indnatts = x.indnkeyatts,"
                    + " (select string_agg(a.attname, E'\\x01' order by u.place)"
                    + " from unnest(x.indkey::int2[]) with ordinality u(num, place)"
                    + " join pg_catalog.pg_attribute a on a.attrelid = x.indrelid and a.attnum = u.num)"
                    + " from pg_catalog.pg_index x join pg_catalog.pg_class i on i.oid = x.indexrelid"
                    + " join pg_catalog.pg_class t on t.oid = x.indrelid join pg_catalog.pg_am am on am.oid = i.relam"
                    + " where t.relnamespace = " + HERE + " and not exists (select 1 from pg_catalog.pg_constraint k"
                    + " where k.conindid = x.indexrelid and k.contype in ('p', 'u', 'x'))";

    static final String SEQUENCES = "select c.relname, 'as ' || pg_catalog.format_type(s.seqtypid, null)"
            + " || ' increment by ' || s.seqincrement || ' minvalue ' || s.seqmin || ' maxvalue ' || s.seqmax"
            + " || ' start with ' || s.seqstart || ' cache ' || s.seqcache || case when s.seqcycle then ' cycle' else '' end,"
            + " (select quote_ident(t.relname) || '.' || quote_ident(a.attname) from pg_catalog.pg_depend d"
            + " join pg_catalog.pg_class t on t.oid = d.refobjid"
            + " join pg_catalog.pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid"
            + " where d.objid = c.oid and d.classid = 'pg_catalog.pg_class'::regclass and d.deptype = 'a')"
            + " from pg_catalog.pg_sequence s join pg_catalog.pg_class c on c.oid = s.seqrelid"
            + " where c.relnamespace = " + HERE + OWN + " and not exists (select 1 from pg_catalog.pg_depend d"
            + " where d.objid = c.oid and d.classid = 'pg_catalog.pg_class'::regclass and d.deptype in ('i', 'e'))";

    static final String ENUMS = "select t.typname, e.enumlabel from pg_catalog.pg_type t"
            + " join pg_catalog.pg_enum e on e.enumtypid = t.oid where t.typnamespace = " + HERE
            + NOT_OF_EXTENSION.formatted("t", "pg_type") + " order by t.typname, e.enumsortorder";

    /** What the model does not speak of: kind, name, definition. */
    static final List<String> OTHERS = List.of(
            "select case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'p' then 'partitioned table'"
                    + " when 'r' then 'partition' else 'foreign table' end, c.relname,"
                    + " case when c.relkind in ('v', 'm') then pg_catalog.pg_get_viewdef(c.oid) else '' end"
                    + " from pg_catalog.pg_class c where c.relnamespace = " + HERE
                    + " and (c.relkind in ('v', 'm', 'p', 'f') or (c.relkind = 'r' and c.relispartition))"
                    + NOT_OF_EXTENSION.formatted("c", "pg_class"),
            "select 'trigger', t.tgname || ' on ' || c.relname, pg_catalog.pg_get_triggerdef(t.oid)"
                    + " from pg_catalog.pg_trigger t join pg_catalog.pg_class c on c.oid = t.tgrelid"
                    + " where c.relnamespace = " + HERE + " and not t.tgisinternal",
            "select case p.prokind when 'p' then 'procedure' else 'function' end,"
                    + " p.proname || '(' || pg_catalog.pg_get_function_identity_arguments(p.oid) || ')',"
                    + " case when p.prokind in ('f', 'p') then pg_catalog.pg_get_functiondef(p.oid) else '' end"
                    + " from pg_catalog.pg_proc p where p.pronamespace = " + HERE
                    + NOT_OF_EXTENSION.formatted("p", "pg_proc"),
            "select 'domain', t.typname, pg_catalog.format_type(t.typbasetype, t.typtypmod)"
                    + " from pg_catalog.pg_type t where t.typtype = 'd' and t.typnamespace = " + HERE
                    + NOT_OF_EXTENSION.formatted("t", "pg_type"),
            "select 'policy', p.polname || ' on ' || c.relname, coalesce(pg_catalog.pg_get_expr(p.polqual, p.polrelid), '')"
                    + " from pg_catalog.pg_policy p join pg_catalog.pg_class c on c.oid = p.polrelid"
                    + " where c.relnamespace = " + HERE);

    private PostgresqlQueries() {}
}
