package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.it.Users.User;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Registrations that nobody verified, old links and old mails disappear; rows are made old in the database. Waits for
 * timers, which are the same on both servers.
 */
@EnabledIfSystemProperty(named = "optibid.form", matches = "micro")
class RetentionIT {
    private static final String DEVELOPMENT_KEY = "b3B0aWJpZC1kZXZlbG9wbWVudC1rZXktbm90LXNlY3I=";
    private static final Smtp SMTP = Smtp.shared();

    /** Registered too long ago, and not so long ago. */
    private static final String NEVER = Users.newAddress();

    private static final String YOUNG = Users.newAddress();
    private static final String INVITED = Users.newAddress();

    private static String neverVerified;
    private static String neverUsed;
    private static TestUser owner;

    /** Before all of them, so that they wait for the same rounds of the timer. */
    @BeforeAll
    static void prepare() {
        register("Never " + NEVER, NEVER);
        neverVerified = one("select id from users where email = ?", NEVER);
        neverUsed = one("select organisation_id from users where email = ?", NEVER);
        register("Young " + YOUNG, YOUNG);
        makeOld(NEVER, "8 days");
        makeOld(YOUNG, "6 days");
        invite();
        makeOld(INVITED, "400 days");
        owner = TestUser.create("viewer");
        addLinks(owner, 1200, "31 days");
        addLinks(owner, 1, "29 days");
        addMail(owner, "sent", "91 days");
        addMail(owner, "sent", "89 days");
        addMail(owner, "given-up", "366 days");
        addMail(owner, "given-up", "364 days");
    }

    private static void invite() {
        User administrator = Users.administratorOfNewOrganisation();
        Answer answer = administrator
                .api()
                .post(
                        "/api/v1/users",
                        "{\"email\":\"" + INVITED + "\",\"displayName\":\"Ole Ost\",\"roles\":[\"viewer\"]}");
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        SMTP.await(INVITED, 0);
    }

    @Test
    void registrationShouldBeForgottenWhenNobodyVerifiedItAndItsLastLinkIsLongOver() {
        Patience.until(() -> one("select status from users where id = ?::uuid", neverVerified), "deleted"::equals);

        assertThat(count("users where email = ?", NEVER)).isZero();
        assertThat(count("mails where recipient = ?", NEVER)).isZero();
        assertThat(count("one_time_links where user_id = ?::uuid", neverVerified))
                .isZero();
        assertThat(count("user_roles where user_id = ?::uuid", neverVerified)).isZero();
        assertThat(count("organisations where name = ?", "Never " + NEVER)).isZero();
        assertThat(one("select status from organisations where id = ?::uuid", neverUsed))
                .isEqualTo("deleted");
        assertThat(count("users where status = 'invited' and email = ?", YOUNG)).isOne();
        assertIntact(neverUsed, "registration.expire");

        register("Never " + NEVER, NEVER);
        String token = Smtp.token(SMTP.await(NEVER, 1), "verify-email");
        assertThat(Users.open("verify-email", "{\"token\":\"" + token + "\"}").status())
                .as("address and name are free again")
                .isEqualTo(204);
    }

    @Test
    void invitationShouldStayHoweverOldItIs() {
        Patience.until(
                () -> count("one_time_links where user_id in (select id from users where email = ?)", INVITED),
                n -> n == 0);

        assertThat(one("select status from users where email = ?", INVITED)).isEqualTo("invited");
    }

    @Test
    void linksAndMailsShouldDisappearInBatchesWhenTheyAreOldAndYoungOnesStay() {
        Patience.until(() -> count("one_time_links where user_id = ?", owner.id()), links -> links == 1);
        Patience.until(() -> count("mails where user_id = ?", owner.id()), mails -> mails == 2);

        assertThat(count(
                        "mails where user_id = ? and state = 'sent' and sent_at > now() - interval '90 days'",
                        owner.id()))
                .isOne();
        assertThat(count(
                        "mails where user_id = ? and state = 'given-up' and expires_at > now() - interval '365 days'",
                        owner.id()))
                .isOne();
        String entries = "audit_entries where action = 'retention.delete' and organisation_id = ?";
        assertThat(one("select sum((new_values->>'links')::int) from " + entries, owner.organisationId()))
                .isEqualTo("1200");
        assertThat(one("select max((new_values->>'links')::int) from " + entries, owner.organisationId()))
                .isEqualTo("500");
        assertThat(one("select sum((new_values->>'sentMails')::int) from " + entries, owner.organisationId()))
                .isEqualTo("1");
        assertThat(one("select sum((new_values->>'unsentMails')::int) from " + entries, owner.organisationId()))
                .isEqualTo("1");
        assertIntact(owner.organisationId().toString(), "retention.delete");
    }

    @Test
    void linkThatAnotherNodeHoldsShouldBePassedBy() throws SQLException {
        TestUser user = TestUser.create("viewer");
        addLinks(user, 2, "31 days");
        try (Connection other = ServerUnderTest.database().dataSource().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select 1 from one_time_links where user_id = '" + user.id() + "' limit 1 for update");

            Patience.until(() -> count("one_time_links where user_id = ?", user.id()), links -> links == 1);
            other.rollback();
        }
        Patience.until(() -> count("one_time_links where user_id = ?", user.id()), links -> links == 0);
    }

    private static void register(String organisation, String email) {
        int before = SMTP.to(email).size();
        Answer registered = Users.open(
                "register",
                "{\"organisationName\":\"" + organisation + "\",\"displayName\":\"Nora Nord\",\"email\":\"" + email
                        + "\",\"password\":\"" + Users.PASSWORD + "\"}");
        assertThat(registered.status()).as("%s", registered).isEqualTo(202);
        SMTP.await(email, before);
    }

    /** As if the user had come, and the links had ended, so long ago. */
    private static void makeOld(String email, String age) {
        String ofUser = "user_id = (select id from users where email = '" + email + "')";
        ServerUnderTest.database()
                .execute(
                        "update users set created_at = now() - interval '" + age
                                + "' - interval '1 day' where email = '" + email + "'",
                        "update one_time_links set expires_at = now() - interval '" + age + "' where " + ofUser);
    }

    private static void addLinks(TestUser user, int number, String age) {
        user.sql(
                "insert into one_time_links (id, organisation_id, user_id, purpose, token_sha256, created_at, expires_at)"
                        + " select gen_random_uuid(), ?, ?, 'reset-password',"
                        + " sha256(gen_random_uuid()::text::bytea), now() - ?::interval - interval '1 hour',"
                        + " now() - ?::interval from generate_series(1, ?)",
                user.organisationId(),
                user.id(),
                age,
                age,
                number);
    }

    private static void addMail(TestUser user, String state, String age) {
        user.sql(
                "insert into mails (id, organisation_id, user_id, recipient, template, shown_to, state, next_attempt_at,"
                        + " created_at, expires_at, sent_at) select ?, ?, ?, ?, 'reset-password', 'administrator', ?, at,"
                        + " at, at, case when ? = 'sent' then at end from (select now() - ?::interval as at) then_",
                UUID.randomUUID(),
                user.organisationId(),
                user.id(),
                user.email(),
                state,
                state,
                age);
    }

    /** The chain of an organisation holds, with an entry of that action sealed in it. */
    private static void assertIntact(String organisation, String action) {
        String sealed = "audit_entries e join audit_seals s on s.entry_id = e.id"
                + " where e.organisation_id = ?::uuid and e.action = ?";
        Patience.until(() -> count(sealed, organisation, action), entries -> entries > 0);
        SchemaCommand verified = SchemaCommand.run(
                ServerUnderTest.database(),
                Map.of("OPTIBID_SECURITY_ENCRYPTION_KEY", DEVELOPMENT_KEY),
                "verify-audit",
                "--organisation",
                organisation);
        assertThat(verified.exitCode()).as(verified.output()).isZero();
    }

    private static long count(String from, Object... values) {
        return Long.parseLong(one("select count(*) from " + from, values));
    }

    private static String one(String query, Object... values) {
        return new TestUser(new UUID(0, 0), new UUID(0, 0), "").text(query, values);
    }
}
