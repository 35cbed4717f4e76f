package energy.optibid.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The command that makes the first operator, on a real PostgreSQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OperatorCommandTest {
    private static final Pattern LINK =
            Pattern.compile("https://desk\\.example\\.com/#/accept-invitation\\?token=(obl_[A-Za-z0-9_-]{43})\n");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private EmbeddedPostgres server;

    @BeforeAll
    void startServer() throws IOException, SQLException {
        server = EmbeddedPostgres.builder().start();
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            new Schema(connection).update();
        }
    }

    @AfterAll
    void stopServer() throws IOException {
        server.close();
    }

    @Test
    void commandShouldAddOperatorAndKeepOnlyHashOfLinkWhenRun() throws SQLException {
        int code = run("create-operator", "--email", "Ada@Example.com", "--console", "https://desk.example.com/");

        assertThat(code).as(printed()).isEqualTo(Main.OK);
        Matcher link = LINK.matcher(printed());
        assertThat(link.find()).as(printed()).isTrue();
        assertThat(query("select status || ' ' || role_code || ' ' || (password_hash is null) from users u"
                        + " join user_roles r on r.user_id = u.id where email = 'ada@example.com'"))
                .containsExactly("invited operator true");
        assertThat(query("select encode(token_sha256, 'hex') from one_time_links" + " where token_sha256 = sha256('"
                        + link.group(1) + "') and used_at is null"))
                .hasSize(1);
        assertThat(query("select action from audit_entries where action = 'operator.create'"))
                .isNotEmpty();
    }

    @Test
    void commandShouldEndLinkBeforeWhenRunAgain() throws SQLException {
        run("create-operator", "--email", "bob@example.com", "--console", "https://desk.example.com");
        run("create-operator", "--email", "bob@example.com", "--console", "https://desk.example.com");

        assertThat(query("select (used_at is null)::text from one_time_links l join users u on u.id = l.user_id"
                        + " where email = 'bob@example.com' order by 1"))
                .containsExactly("false", "true");
    }

    @Test
    void commandShouldRefuseAddressWhenItHasAnAccount() throws SQLException {
        run("create-operator", "--email", "cyd@example.com", "--console", "https://desk.example.com");
        execute("update users set status = 'active' where email = 'cyd@example.com'");

        assertThat(run("create-operator", "--email", "cyd@example.com", "--console", "https://desk.example.com"))
                .isEqualTo(Main.FAILED);
        assertThat(printed()).contains("has an account already");
    }

    @Test
    void commandShouldSayWhatIsMissingWhenArgumentsAreWrong() {
        assertThat(run("create-operator")).isEqualTo(Main.WRONG_ARGUMENTS);
        assertThat(run("create-operator", "--email", "x@example.com")).isEqualTo(Main.WRONG_ARGUMENTS);
        assertThat(run("create-operator", "--email", "x@example.com\nBcc: y@z", "--console", "https://a.example"))
                .isEqualTo(Main.WRONG_ARGUMENTS);
        assertThat(run("create-operator", "--password", "x")).isEqualTo(Main.WRONG_ARGUMENTS);
    }

    private int run(String... args) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new Main(stream, stream)
                .run(
                        List.of(args),
                        Map.of(
                                "OPTIBID_DATABASE_URL",
                                server.getJdbcUrl("postgres", "postgres"),
                                "OPTIBID_DATABASE_USER",
                                "postgres"));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> query(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
