package energy.optibid.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.identity.internal.audit.AuditPostgres;
import energy.optibid.liquibase.audit.SealKeys;
import energy.optibid.platform.Ids;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The command verify-audit, as a role that may do no more than the application. */
class AuditCommandIT {
    private static final AuditPostgres POSTGRES = AuditPostgres.shared();
    private static final String KEY = "b3B0aWJpZC1kZXZlbG9wbWVudC1rZXktbm90LXNlY3I=";
    private static final Pattern HEAD = Pattern.compile("head (\\S+)");

    private UUID organisation = new UUID(0, 0);
    private UUID first = new UUID(0, 0);

    @BeforeEach
    void makeChainOfThree() throws SQLException {
        asOwner(
                "drop role if exists auditor",
                "create role auditor login in role optibid_application",
                "delete from audit_unsealed",
                "delete from audit_seals",
                "delete from audit_entries");
        organisation = POSTGRES.newOrganisation();
        first = Ids.next();
        try (Connection application = POSTGRES.application(organisation)) {
            AuditPostgres.write(application, organisation, first);
            AuditPostgres.write(application, organisation, Ids.next());
            AuditPostgres.write(application, organisation, Ids.next());
            application.commit();
        }
        POSTGRES.seal(organisation, SealKeys.ofVaultKeys(KEY));
    }

    @Test
    void commandShouldVerifyEveryChainWhenNoneIsNamed() {
        Outcome all = run(KEY);

        assertThat(all.code()).as(all.text()).isEqualTo(Main.OK);
        assertThat(all.text())
                .contains("organisation " + organisation + "  intact; 3 sealed, 0 unsealed; head 3:")
                .contains("organisation 00000000-0000-0000-0000-000000000000  intact")
                .doesNotContain("Not checked");
        assertThat(run("").text()).contains("Not checked");
    }

    @Test
    void commandShouldNameTheEntryWhenItWasAltered() throws SQLException {
        asOwner("update audit_entries set subject_id = 'another' where id = '" + first + "'");

        Outcome broken = run(KEY, "--organisation", organisation.toString());

        assertThat(broken.code()).isEqualTo(Main.NOT_AS_WANTED);
        assertThat(broken.text()).contains("BROKEN at seal 1 at entry " + first, "entry-altered");
    }

    @Test
    void commandShouldMissTheTailWhenAHeadIsGiven() throws SQLException {
        String head = head(run(KEY, "--organisation", organisation.toString()).text());
        asOwner(
                "delete from audit_entries where id in (select entry_id from audit_seals where sequence > 1)",
                "delete from audit_seals where sequence > 1");

        assertThat(run(KEY).code()).isEqualTo(Main.OK);
        Outcome broken = run(KEY, "--organisation", organisation.toString(), "--head", head);
        assertThat(broken.code()).isEqualTo(Main.NOT_AS_WANTED);
        assertThat(broken.text()).contains("BROKEN at seal 2", "tail-missing");
    }

    @Test
    void commandShouldAnswerWithOneLineWhenItsArgumentsAreWrong() {
        for (String[] args : List.of(
                new String[] {"--head", "1:ab"},
                new String[] {"--organisation"},
                new String[] {"--organisation", "x"},
                new String[] {"now"},
                new String[] {"--organisation", organisation.toString(), "--head", "1:ab"})) {
            Outcome refused = run(KEY, args);
            assertThat(refused.code()).as(Arrays.toString(args)).isEqualTo(Main.WRONG_ARGUMENTS);
            assertThat(refused.text().lines()).hasSize(1);
        }
        assertThat(run("no key").code()).isEqualTo(Main.WRONG_ARGUMENTS);
        assertThat(run("no key").text()).doesNotContain("no key");
        assertThat(run(KEY, "--url", "jdbc:postgresql://localhost:1/x").code()).isEqualTo(Main.FAILED);
    }

    private record Outcome(int code, String text) {}

    private static Outcome run(String key, String... options) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(text, true, StandardCharsets.UTF_8);
        List<String> args = new java.util.ArrayList<>(List.of("verify-audit"));
        args.addAll(Arrays.asList(options));
        Map<String, String> environment = new HashMap<>();
        environment.put("OPTIBID_DATABASE_URL", POSTGRES.url("auditor"));
        environment.put("OPTIBID_DATABASE_USER", "auditor");
        environment.put("OPTIBID_SECURITY_ENCRYPTION_KEY", key);
        int code = new Main(stream, stream).run(args, environment);
        return new Outcome(code, text.toString(StandardCharsets.UTF_8));
    }

    private static String head(String text) {
        Matcher matcher = HEAD.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    private static void asOwner(String... statements) throws SQLException {
        try (Connection owner = POSTGRES.owner();
                Statement statement = owner.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
