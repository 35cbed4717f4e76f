package energy.optibid.identity.internal.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.optibid.identity.internal.audit.AuditPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The tables of single sign-on as the application's role sees them. */
class SingleSignOnTablesIT {
    private static final AuditPostgres POSTGRES = AuditPostgres.shared();

    @Test
    void providerShouldBeHiddenWhenAnotherOrganisationLooks() throws SQLException {
        UUID utility = POSTGRES.newOrganisation();
        UUID other = POSTGRES.newOrganisation();
        String domain = domain();
        provider(utility, domain);

        for (String table :
                List.of("identity_providers", "identity_provider_roles", "identity_provider_domains", "oidc_log_ins")) {
            assertThat(asked(other, "select count(*) from " + table)).as(table).isEqualTo("0");
            assertThat(asked(utility, "select count(*) from " + table))
                    .as(table)
                    .isEqualTo("1");
        }
        assertThat(asked(other, "select optibid_organisation_of_domain('" + domain + "')"))
                .isEqualTo(utility.toString());
        assertThat(asked(other, "select optibid_organisation_of_domain('nobody.example')"))
                .isEqualTo("null");
        assertThat(asked(other, "select optibid_organisation_of_oidc_log_in(" + hash(utility) + ")"))
                .isEqualTo(utility.toString());
    }

    @Test
    void rowShouldBeRefusedWhenItIsOfAnotherOrganisation() throws SQLException {
        UUID utility = POSTGRES.newOrganisation();
        UUID other = POSTGRES.newOrganisation();
        provider(utility, domain());

        assertThatThrownBy(() -> asked(
                        other,
                        "insert into identity_provider_roles values ('" + utility
                                + "', 'desk-viewers', 'administrator') returning 1"))
                .hasMessageContaining("row-level security");
        assertThat(asked(other, "with gone as (delete from identity_providers returning 1) select count(*) from gone"))
                .isEqualTo("0");
    }

    @Test
    void domainShouldBelongToOneOrganisationWhenTwoWantIt() throws SQLException {
        UUID utility = POSTGRES.newOrganisation();
        UUID other = POSTGRES.newOrganisation();
        String domain = domain();
        provider(utility, domain);

        assertThatThrownBy(() -> provider(other, domain)).hasMessageContaining("identity_provider_domains_domain_key");
    }

    @Test
    void domainShouldBeUsedElsewhereWhenPeopleOfAnotherOrganisationHaveItsAddresses() throws SQLException {
        UUID utility = POSTGRES.newOrganisation();
        UUID other = POSTGRES.newOrganisation();
        String domain = domain();
        try (Connection connection = POSTGRES.owner();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into users (id, organisation_id, email, display_name, status, created_at) values ('"
                            + UUID.randomUUID() + "', '" + other + "', 'o@" + domain + "', 'O', 'active', now())");
        }

        assertThat(asked(utility, "select optibid_domain_is_used_elsewhere('" + domain + "', '" + utility + "')"))
                .isEqualTo("t");
        assertThat(asked(other, "select optibid_domain_is_used_elsewhere('" + domain + "', '" + other + "')"))
                .isEqualTo("f");
    }

    @Test
    void stateShouldBeTakenOnceWhenManyTakeItAtTheSameMoment() throws Exception {
        UUID utility = POSTGRES.newOrganisation();
        provider(utility, domain());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Integer> take = () -> Integer.parseInt(asked(
                    utility,
                    "with taken as (delete from oidc_log_ins where organisation_id = '" + utility
                            + "' and state_sha256 = " + hash(utility) + " returning 1) select count(*) from taken"));
            int taken = 0;
            for (Future<Integer> each : threads.invokeAll(Collections.nCopies(32, take))) {
                taken += each.get();
            }
            assertThat(taken).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void policyShouldBeAnIndexConditionWhenALogInIsTaken() throws SQLException {
        UUID utility = POSTGRES.newOrganisation();
        String plan = asked(
                utility,
                "select 1; set local enable_seqscan = off; explain (format json) select * from oidc_log_ins"
                        + " where state_sha256 = " + hash(utility));

        assertThat(plan).contains("Index Cond").contains("optibid.organisation");
    }

    private static void provider(UUID organisationId, String domain) throws SQLException {
        try (Connection connection = POSTGRES.application(organisationId);
                Statement statement = connection.createStatement()) {
            statement.execute("insert into identity_providers values ('" + organisationId
                    + "', 'https://id.example', 'optibid', '\\x00', 'openid', 'groups', true, 0, now())");
            statement.execute(
                    "insert into identity_provider_roles values ('" + organisationId + "', 'desk-traders', 'trader')");
            statement.execute(
                    "insert into identity_provider_domains values ('" + organisationId + "', '" + domain + "')");
            statement.execute("insert into oidc_log_ins values ('" + organisationId + "', " + hash(organisationId)
                    + ", " + hash(organisationId) + ", '\\x00', 'https://id.example', '/', now())");
            connection.commit();
        }
    }

    /** The last result's first value, as the application sees it for an organisation; kept. */
    private static String asked(UUID organisationId, String sql) throws SQLException {
        try (Connection connection = POSTGRES.application(organisationId);
                Statement statement = connection.createStatement()) {
            String value = "";
            boolean rows = statement.execute(sql);
            while (rows || statement.getUpdateCount() >= 0) {
                if (rows) {
                    ResultSet result = statement.getResultSet();
                    result.next();
                    value = String.valueOf(result.getString(1));
                }
                rows = statement.getMoreResults();
            }
            connection.commit();
            return value;
        }
    }

    private static String hash(UUID of) {
        return "sha256('" + of + "')";
    }

    private static String domain() {
        return UUID.randomUUID() + ".example";
    }
}
