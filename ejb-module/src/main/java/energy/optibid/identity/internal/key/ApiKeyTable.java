package energy.optibid.identity.internal.key;

import energy.optibid.identity.ApiKey;
import energy.optibid.identity.internal.Account;
import energy.optibid.identity.internal.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table {@code api_keys}, of an organisation that the transaction has entered. */
final class ApiKeyTable {
    private static final Duration LAST_USE_PRECISION = Duration.ofMinutes(1);

    private static final String FIND = "select id, organisation_id from optibid_api_key(?)";
    private static final String READ = "select id, user_id, name, public_id, secret_sha256, roles, created_at,"
            + " expires_at, last_used_at, revoked_at, replaced_by from api_keys where organisation_id = ?";
    private static final String INSERT = "insert into api_keys (id, organisation_id, user_id, name, public_id,"
            + " secret_sha256, roles, created_at, expires_at) values (?, ?, ?, ?, ?, ?, string_to_array(?, ','), ?, ?)";
    private static final String USED = "update api_keys set last_used_at = ? where organisation_id = ? and id = ?"
            + " and (last_used_at is null or last_used_at < ?)";
    private static final String REPLACE = "update api_keys set replaced_by = ?, expires_at = least(expires_at, ?)"
            + " where organisation_id = ? and id = ?";
    private static final String REVOKE =
            "update api_keys set revoked_at = ? where organisation_id = ? and id = ? and revoked_at is null";

    /** A key and where it belongs. */
    record Found(UUID id, UUID organisationId) {}

    /** A key with the hash of its secret, in an array of its own. */
    static final class Stored {
        private final ApiKey key;
        private final byte[] sha256;

        Stored(ApiKey key, byte[] sha256) {
            this.key = key;
            this.sha256 = sha256;
        }

        ApiKey key() {
            return key;
        }

        byte[] sha256() {
            return sha256;
        }
    }

    /** The key of a public id, whichever organisation it belongs to. */
    Optional<Found> find(Connection connection, String publicId) throws SQLException {
        return Sql.one(
                connection,
                FIND,
                row -> new Found(row.getObject("id", UUID.class), row.getObject("organisation_id", UUID.class)),
                publicId);
    }

    Optional<Stored> read(Connection connection, UUID organisationId, UUID id) throws SQLException {
        return Sql.one(connection, READ + " and id = ?", ApiKeyTable::stored, organisationId, id);
    }

    /** As {@link #read}, and nobody else changes it until the transaction ends. */
    Optional<ApiKey> lock(Connection connection, UUID organisationId, UUID id) throws SQLException {
        return Sql.one(connection, READ + " and id = ? for update", ApiKeyTable::stored, organisationId, id)
                .map(Stored::key);
    }

    /** The newest first. */
    List<ApiKey> all(Connection connection, UUID organisationId) throws SQLException {
        return Sql.list(
                connection,
                READ + " order by created_at desc, id",
                row -> stored(row).key(),
                organisationId);
    }

    void insert(Connection connection, Account account, ApiKey key, ApiKeyText text) throws SQLException {
        Sql.update(
                connection,
                INSERT,
                key.id(),
                account.organisationId(),
                account.userId(),
                key.name(),
                key.publicId(),
                text.sha256(),
                String.join(",", key.roles()),
                key.createdAt(),
                key.expiresAt());
    }

    /** Notes a use, to the minute. */
    void used(Connection connection, UUID organisationId, UUID id, Instant now) throws SQLException {
        Sql.update(connection, USED, now, organisationId, id, now.minus(LAST_USE_PRECISION));
    }

    void replace(Connection connection, UUID organisationId, ApiKey old, UUID newId, Instant until)
            throws SQLException {
        Sql.update(connection, REPLACE, newId, until, organisationId, old.id());
    }

    /** False where it was revoked before. */
    boolean revoke(Connection connection, UUID organisationId, UUID id, Instant now) throws SQLException {
        return Sql.update(connection, REVOKE, now, organisationId, id) == 1;
    }

    private static Stored stored(ResultSet row) throws SQLException {
        ApiKey key = new ApiKey(
                row.getObject("id", UUID.class),
                row.getObject("user_id", UUID.class),
                row.getString("name"),
                row.getString("public_id"),
                List.of((String[]) row.getArray("roles").getArray()),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "expires_at"),
                Sql.optionalInstant(row, "last_used_at"),
                Sql.optionalInstant(row, "revoked_at"),
                Optional.ofNullable(row.getObject("replaced_by", UUID.class)));
        return new Stored(key, row.getBytes("secret_sha256"));
    }
}
