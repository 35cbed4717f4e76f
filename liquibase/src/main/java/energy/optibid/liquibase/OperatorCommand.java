package energy.optibid.liquibase;

import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The command {@code create-operator}: adds an operator of the platform and prints the link by which they choose their
 * password. It handles no password, and the database keeps of the link a hash alone.
 */
final class OperatorCommand {
    static final String NAME = "create-operator";

    static final String USAGE = """

              create-operator --email ADDRESS [--name NAME] [--console URL]
                                                 add an operator of the platform and print the link by which they
                                                 choose their password; again for a new link. The environment gives
                                                 OPTIBID_PUBLIC_URL where --console does not""";

    private static final UUID PLATFORM = new UUID(0, 0);
    private static final Duration VALID_FOR = Duration.ofHours(24);
    private static final String PREFIX = "obl_";
    private static final int SECRET_BYTES = 32;
    private static final int MAX_TEXT = 200;
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>\"(),:;\\\\\\[\\]]{1,64}@[a-z0-9.-]{1,180}\\.[a-z0-9-]+");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PrintStream out;
    private final Map<String, String> options;
    private final Map<String, String> environment;

    OperatorCommand(PrintStream out, List<String> args, Map<String, String> environment) {
        this.out = out;
        this.options = parse(args);
        this.environment = environment;
    }

    /** @return an exit code of {@link Main} */
    int run() {
        String email = options.getOrDefault("--email", "").strip().toLowerCase(Locale.ROOT);
        require(EMAIL.matcher(email).matches(), "create-operator needs --email with an address");
        String name = options.getOrDefault("--name", email);
        require(!name.isBlank() && name.length() <= MAX_TEXT, "--name has 1 to " + MAX_TEXT + " characters");
        String console = console();
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random(SECRET_BYTES));
            create(connection, email, name, token);
            connection.commit();
            out.println("Operator " + email + " chooses a password within 24 hours at");
            out.println();
            out.println("  " + console + "/#/accept-invitation?token=" + token);
            out.println();
            out.println("The link is shown this once, works once, and is the operator's alone.");
            return Main.OK;
        } catch (SQLException e) {
            throw new SchemaException("Cannot add the operator", e);
        }
    }

    private static void create(Connection connection, String email, String name, String token) throws SQLException {
        execute(connection, "select set_config('optibid.organisation', ?, true)", PLATFORM.toString());
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Optional<UUID> known = invited(connection, email);
        UUID userId = known.isPresent() ? known.get() : add(connection, email, name, now);
        execute(
                connection,
                "update one_time_links set used_at = ? where organisation_id = ? and user_id = ? and used_at is null",
                now,
                PLATFORM,
                userId);
        execute(
                connection,
                "insert into one_time_links (id, organisation_id, user_id, purpose, token_sha256, created_at, expires_at)"
                        + " values (?, ?, ?, 'accept-invitation', ?, ?, ?)",
                newId(now),
                PLATFORM,
                userId,
                sha256(token),
                now,
                now.plus(VALID_FOR));
        audit(connection, userId, email, now);
    }

    /** An operator of the platform who has not chosen a password yet. */
    private static Optional<UUID> invited(Connection connection, String email) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select known.id, known.organisation_id, (select status from users u where u.id = known.id)"
                        + " from optibid_user_by_email(?) known")) {
            statement.setString(1, email);
            try (ResultSet found = statement.executeQuery()) {
                if (!found.next()) {
                    return Optional.empty();
                }
                boolean again = PLATFORM.equals(found.getObject(2)) && "invited".equals(found.getString(3));
                if (!again) {
                    throw new SchemaException("This address has an account already: " + email);
                }
                return Optional.of(found.getObject(1, UUID.class));
            }
        }
    }

    private static UUID add(Connection connection, String email, String name, Instant now) throws SQLException {
        UUID id = newId(now);
        execute(
                connection,
                "insert into users (id, organisation_id, email, display_name, status, created_at)"
                        + " values (?, ?, ?, ?, 'invited', ?)",
                id,
                PLATFORM,
                email,
                name,
                now);
        execute(
                connection,
                "insert into user_roles (organisation_id, user_id, role_code) values (?, ?, 'operator')",
                PLATFORM,
                id);
        return id;
    }

    private static void audit(Connection connection, UUID userId, String email, Instant now) throws SQLException {
        UUID id = newId(now);
        execute(
                connection,
                "insert into audit_entries (id, organisation_id, at, action, subject_type, subject_id, new_values)"
                        + " values (?, ?, ?, 'operator.create', 'user', ?, json_build_object('email', ?::text))",
                id,
                PLATFORM,
                now,
                userId.toString(),
                email);
        execute(connection, "insert into audit_unsealed (organisation_id, entry_id) values (?, ?)", PLATFORM, id);
    }

    private static void execute(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                Object value = values[i] instanceof Instant instant ? Timestamp.from(instant) : values[i];
                statement.setObject(i + 1, value);
            }
            statement.execute();
        }
    }

    private String console() {
        String value = options.getOrDefault("--console", environment.getOrDefault("OPTIBID_PUBLIC_URL", ""));
        try {
            URI uri = URI.create(value);
            require(uri.getScheme() != null && uri.getScheme().startsWith("http") && uri.getHost() != null, "");
        } catch (IllegalArgumentException | Command.WrongArgumentsException e) {
            throw new Command.WrongArgumentsException(
                    "create-operator needs --console or OPTIBID_PUBLIC_URL, such as https://desk.example.com");
        }
        return value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", setting("--user", "OPTIBID_DATABASE_USER", "optibid_owner"));
        Optional.ofNullable(environment.get("OPTIBID_DATABASE_PASSWORD"))
                .ifPresent(password -> properties.setProperty("password", password));
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("ApplicationName", "optibid-create-operator");
        String url = setting("--url", "OPTIBID_DATABASE_URL", "jdbc:postgresql://localhost:5432/optibid");
        return DriverManager.getConnection(url, properties);
    }

    private String setting(String option, String variable, String fallback) {
        return options.getOrDefault(option, environment.getOrDefault(variable, fallback));
    }

    private static Map<String, String> parse(List<String> args) {
        Map<String, String> options = new HashMap<>();
        Deque<String> rest = new ArrayDeque<>(args);
        while (!rest.isEmpty()) {
            String word = rest.pop();
            require(
                    List.of("--email", "--name", "--console", "--url", "--user").contains(word),
                    NAME + " does not understand: " + word);
            require(!rest.isEmpty(), word + " needs a value");
            options.put(word, rest.pop());
        }
        return options;
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The JDK has no SHA-256", e);
        }
    }

    /** A UUID of version 7. */
    private static UUID newId(Instant now) {
        long random = RANDOM.nextLong();
        return new UUID(
                now.toEpochMilli() << 16 | 0x7000L | (random & 0xfffL),
                0x8000_0000_0000_0000L | RANDOM.nextLong() >>> 2);
    }

    private static byte[] random(int bytes) {
        byte[] secret = new byte[bytes];
        RANDOM.nextBytes(secret);
        return secret;
    }

    private static void require(boolean fulfilled, String otherwise) {
        if (!fulfilled) {
            throw new Command.WrongArgumentsException(otherwise);
        }
    }
}
