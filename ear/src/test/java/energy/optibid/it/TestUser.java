package energy.optibid.it;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/** A user of a test's own, in an organisation of its own, with the password of the demo users. */
record TestUser(UUID id, UUID organisationId, String email) {
    static final String PASSWORD = "optibid-demo-2026";

    /** The same password, hashed with less memory and one pass. */
    static final String OLD_HASH =
            "$argon2id$v=19$m=4096,t=1,p=1$kbSqPMEBGKr61p2kWFZY2Q$QVBy1fSm2D7IA3fvkqsgdruWb+OisTevV7CHwhJaOVQ";

    static TestUser create(String... roles) {
        Api.as("viewer");
        UUID organisation = UUID.randomUUID();
        TestUser user = of(organisation);
        user.sql(
                "insert into organisations (id, name, created_at) values (?, ?, now())",
                organisation,
                "IT " + organisation);
        return user.insert(roles);
    }

    /** Another user of the same organisation. */
    TestUser colleague(String... roles) {
        return of(organisationId).insert(roles);
    }

    private static TestUser of(UUID organisation) {
        UUID id = UUID.randomUUID();
        return new TestUser(id, organisation, "it-" + id + "@stadtwerke.example");
    }

    private TestUser insert(String... roles) {
        sql(
                "insert into users (id, organisation_id, email, display_name, password_hash, status, created_at)"
                        + " values (?, ?, ?, 'Hilde', ?, 'active', now())",
                id,
                organisationId,
                email,
                OLD_HASH);
        for (String role : roles) {
            addRole(role);
        }
        return this;
    }

    /** The organisation asks holders of a role for a second factor. */
    void requireSecondFactor(String role) {
        sql("update organisations set second_factor_roles = array[?] where id = ?", role, organisationId);
    }

    /** Works as the owner of the database, whom row-level security does not bind. */
    int sql(String statement, Object... values) {
        try (Connection connection = ServerUnderTest.database().dataSource().getConnection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            return prepared.execute() ? 0 : prepared.getUpdateCount();
        } catch (SQLException e) {
            throw new AssertionError(statement, e);
        }
    }

    /** The first column of the first row as text, empty where there is none. */
    String text(String query, Object... values) {
        try (Connection connection = ServerUnderTest.database().dataSource().getConnection();
                PreparedStatement prepared = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            var rows = prepared.executeQuery();
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        } catch (SQLException e) {
            throw new AssertionError(query, e);
        }
    }

    Answer logIn(Api api) {
        return logIn(api, PASSWORD);
    }

    Answer logIn(Api api, String password) {
        return logIn(api, email, password);
    }

    static Answer logIn(Api api, String email, String password) {
        return api.post("/api/v1/auth/login", "{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}");
    }

    private void addRole(String role) {
        String columns = text(
                "select string_agg(column_name, ',') from information_schema.columns where table_name = 'user_roles'"
                        + " and column_name = 'organisation_id'");
        if (columns.equals("organisation_id")) {
            sql(
                    "insert into user_roles (organisation_id, user_id, role_code) values (?, ?, ?)",
                    organisationId,
                    id,
                    role);
        } else {
            sql("insert into user_roles (user_id, role_code) values (?, ?)", id, role);
        }
    }
}
