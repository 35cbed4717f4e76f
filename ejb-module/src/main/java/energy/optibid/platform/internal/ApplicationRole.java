package energy.optibid.platform.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * The role that the application connects as. Row-level security keeps organisations apart only where it binds that role:
 * not a superuser, not one with {@code BYPASSRLS}, and not the owner of a table, who could take the policy away.
 *
 * @param name of the role
 * @param superuser it is one, or may become one
 * @param bypassing it has {@code BYPASSRLS}, or may become a role that has
 * @param owned names of some tables of the schema that it owns, itself or through another role; empty for none
 * @param admitted it has the privileges of {@code optibid_application}
 * @param readsHistory it may read which changesets the schema has had, or there are none yet
 */
record ApplicationRole(
        String name, boolean superuser, boolean bypassing, String owned, boolean admitted, boolean readsHistory) {
    static final String GROUP = "optibid_application";

    private static final String QUESTION = """
            select current_user,
                exists (select from pg_roles r where r.rolsuper and pg_has_role(current_user, r.oid, 'MEMBER')),
                exists (select from pg_roles r where r.rolbypassrls and pg_has_role(current_user, r.oid, 'MEMBER')),
                coalesce((select string_agg(t.relname, ', ' order by t.relname) from (
                    select c.relname from pg_class c
                     where c.relkind in ('r', 'p', 'v', 'm', 'f') and c.relnamespace = 'public'::regnamespace
                       and pg_has_role(current_user, c.relowner, 'MEMBER')
                       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
                     order by c.relname limit 3) t), ''),
                coalesce((select pg_has_role(current_user, r.oid, 'USAGE') from pg_roles r where r.rolname = '%s'), false),
                coalesce(has_table_privilege(to_regclass('public.databasechangelog'), 'SELECT'), true)
            """.formatted(GROUP);

    /** The role of a connection. */
    static ApplicationRole of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(QUESTION)) {
            row.next();
            return new ApplicationRole(
                    row.getString(1),
                    row.getBoolean(2),
                    row.getBoolean(3),
                    row.getString(4),
                    row.getBoolean(5),
                    row.getBoolean(6));
        }
    }

    /** Why row-level security would not keep organisations apart for this role; absent where it does. */
    Optional<String> fault() {
        if (superuser) {
            return Optional.of("is a superuser, whom row-level security does not bind");
        }
        if (bypassing) {
            return Optional.of("has BYPASSRLS, so that row-level security does not bind it");
        }
        if (!owned.isEmpty()) {
            return Optional.of("owns tables (" + owned + "), and so could take row-level security away from them");
        }
        return admitted ? Optional.empty() : Optional.of("is no member of " + GROUP);
    }
}
