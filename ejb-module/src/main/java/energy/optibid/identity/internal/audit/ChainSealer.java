package energy.optibid.identity.internal.audit;

import energy.optibid.liquibase.audit.AuditRow;
import energy.optibid.liquibase.audit.CanonicalEntry;
import energy.optibid.liquibase.audit.ChainHash;
import energy.optibid.liquibase.audit.ChainHead;
import energy.optibid.liquibase.audit.SealKeys;
import energy.optibid.liquibase.audit.SealPlace;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Appends waiting entries to the chain of their organisation, on a borrowed connection that is in a transaction entered for
 * it. One sealer at a time works on a chain; writers of entries wait for none.
 */
final class ChainSealer {
    static final int BATCH = 2_000;

    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtextextended('optibid.audit.' || ?, 0))";
    private static final String HEAD =
            "select sequence, hash from audit_seals where organisation_id = ? order by sequence desc limit 1";
    private static final String WAITING = "select " + AuditRow.COLUMNS + " from audit_unsealed u join audit_entries e"
            + " on e.organisation_id = u.organisation_id and e.id = u.entry_id where u.organisation_id = ?"
            + " order by u.entry_id limit " + BATCH;
    private static final String SEAL = "insert into audit_seals"
            + " (organisation_id, sequence, entry_id, format, previous_hash, hash, key_id, code, sealed_at)"
            + " select ?, ? + n, entry_id, ?, previous_hash, hash, ?, code, ?::timestamptz"
            + " from unnest(?::uuid[], ?::bytea[], ?::bytea[], ?::bytea[]) with ordinality"
            + " as seal (entry_id, previous_hash, hash, code, n)";
    private static final String DONE = "delete from audit_unsealed where organisation_id = ? and entry_id = any (?)";

    private final Connection connection;
    private final SealKeys keys;

    ChainSealer(Connection connection, SealKeys keys) {
        this.connection = connection;
        this.keys = keys;
    }

    /** Seals the oldest waiting entries; how many, and 0 also where another sealer works on this chain. */
    int seal(UUID organisationId, Instant now) throws SQLException {
        if (!isFree(organisationId)) {
            return 0;
        }
        List<AuditRow> waiting = waiting(organisationId);
        if (!waiting.isEmpty()) {
            append(organisationId, now.truncatedTo(ChronoUnit.MICROS), waiting);
        }
        return waiting.size();
    }

    /** The organisations whose entries wait, whichever organisation the transaction was entered for. */
    static List<UUID> waitingOrganisations(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select audit_waiting_organisations()");
                ResultSet rows = statement.executeQuery()) {
            List<UUID> organisations = new ArrayList<>();
            while (rows.next()) {
                organisations.add(rows.getObject(1, UUID.class));
            }
            return organisations;
        }
    }

    private void append(UUID organisationId, Instant at, List<AuditRow> waiting) throws SQLException {
        ChainHead head = head(organisationId);
        List<Link> links = links(organisationId, at, head, waiting);
        try (PreparedStatement statement = connection.prepareStatement(SEAL)) {
            statement.setObject(1, organisationId);
            statement.setLong(2, head.sequence());
            statement.setShort(3, CanonicalEntry.FORMAT);
            statement.setInt(4, keys.currentId());
            statement.setString(5, at.toString());
            statement.setArray(6, connection.createArrayOf("uuid", ids(waiting)));
            statement.setArray(7, bytea(links, link -> link.previous().bytes()));
            statement.setArray(8, bytea(links, link -> link.hash().bytes()));
            statement.setArray(9, bytea(links, link -> keys.code(link.hash())));
            statement.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement(DONE)) {
            statement.setObject(1, organisationId);
            statement.setArray(2, connection.createArrayOf("uuid", ids(waiting)));
            statement.executeUpdate();
        }
    }

    private record Link(ChainHash previous, ChainHash hash) {}

    private static List<Link> links(UUID organisationId, Instant at, ChainHead head, List<AuditRow> waiting) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
        List<Link> links = new ArrayList<>(waiting.size());
        ChainHash last = head.hash();
        for (AuditRow row : waiting) {
            long sequence = head.sequence() + links.size() + 1;
            ChainHash hash = CanonicalEntry.hash(new SealPlace(organisationId, sequence, last, micros), row);
            links.add(new Link(last, hash));
            last = hash;
        }
        return links;
    }

    private boolean isFree(UUID organisationId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setString(1, organisationId.toString());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** The newest seal; before the first there is none, and the chain stands at 0. */
    private ChainHead head(UUID organisationId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HEAD)) {
            statement.setObject(1, organisationId);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? new ChainHead(row.getLong(1), ChainHash.of(row.getBytes(2)))
                        : new ChainHead(0, ChainHash.NONE);
            }
        }
    }

    private List<AuditRow> waiting(UUID organisationId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WAITING)) {
            statement.setObject(1, organisationId);
            try (ResultSet rows = statement.executeQuery()) {
                List<AuditRow> waiting = new ArrayList<>();
                while (rows.next()) {
                    waiting.add(AuditRow.read(rows, 1));
                }
                return waiting;
            }
        }
    }

    private interface Bytes {
        byte[] of(Link link);
    }

    private java.sql.Array bytea(List<Link> links, Bytes bytes) throws SQLException {
        return connection.createArrayOf("bytea", links.stream().map(bytes::of).toArray(byte[][]::new));
    }

    private static Object[] ids(List<AuditRow> rows) {
        return rows.stream().map(AuditRow::id).toArray();
    }
}
