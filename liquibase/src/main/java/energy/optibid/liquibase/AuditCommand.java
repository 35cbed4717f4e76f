package energy.optibid.liquibase;

import energy.optibid.liquibase.Command.WrongArgumentsException;
import energy.optibid.liquibase.audit.ChainHead;
import energy.optibid.liquibase.audit.ChainReport;
import energy.optibid.liquibase.audit.ChainVerification;
import energy.optibid.liquibase.audit.SealKeys;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;

/** The command {@code verify-audit}: walks along the chains over the audit trail, and reads only. */
final class AuditCommand {
    static final String NAME = "verify-audit";
    static final String USAGE = """
              verify-audit [--organisation ID [--head SEQUENCE:HASH]]
                                                 whether the audit trail is as it was sealed, of all organisations or one;
                                                 --head is a head that an earlier verification told
              Needs OPTIBID_SECURITY_ENCRYPTION_KEY, and OPTIBID_SECURITY_PREVIOUS_ENCRYPTION_KEYS where there are some,
              to tell a forged chain from a genuine one.""";

    private static final Set<String> OPTIONS = Set.of("--url", "--user", "--organisation", "--head");

    private final PrintStream out;
    private final Map<String, String> options = new HashMap<>();
    private final Map<String, String> environment;

    AuditCommand(PrintStream out, List<String> args, Map<String, String> environment) {
        this.out = out;
        this.environment = environment;
        Iterator<String> rest = args.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            require(OPTIONS.contains(option), NAME + " does not understand: " + option);
            require(rest.hasNext(), option + " needs a value");
            options.put(option, rest.next());
        }
        require(
                !options.containsKey("--head") || options.containsKey("--organisation"),
                "--head belongs to one --organisation");
    }

    /** The exit code. */
    int run() {
        Optional<UUID> organisation = option("--organisation").map(AuditCommand::id);
        Optional<ChainHead> head = option("--head").map(AuditCommand::head);
        SealKeys keys = keys();
        try (Connection connection = connect()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            boolean intact = true;
            for (UUID id : organisation.isPresent() ? List.of(organisation.get()) : organisations(connection)) {
                ChainReport report = verify(connection, keys, id, head);
                tell(report);
                intact &= report.isIntact();
            }
            if (keys.isEmpty()) {
                out.println("Not checked: the codes of the seals, because OPTIBID_SECURITY_ENCRYPTION_KEY is not set.");
            }
            return intact ? Main.OK : Main.NOT_AS_WANTED;
        } catch (SQLException e) {
            throw new SchemaException("Cannot verify the audit trail", e);
        }
    }

    private static ChainReport verify(Connection connection, SealKeys keys, UUID id, Optional<ChainHead> head)
            throws SQLException {
        try (PreparedStatement enter =
                connection.prepareStatement("select set_config('optibid.organisation', ?, true)")) {
            enter.setString(1, id.toString());
            enter.execute();
        }
        ChainReport report = new ChainVerification(connection, keys).verify(id, head);
        connection.rollback();
        return report;
    }

    private void tell(ChainReport report) {
        String found = report.firstBreak()
                .map(broken -> "BROKEN"
                        + broken.sequence()
                                .map(sequence -> " at seal " + sequence)
                                .orElse("")
                        + broken.entryId().map(entry -> " at entry " + entry).orElse("") + ": "
                        + broken.kind().words() + " (" + broken.kind().code() + ")")
                .orElse("intact");
        out.println("organisation " + report.organisationId() + "  " + found + "; " + report.sealed() + " sealed, "
                + report.unsealed() + " unsealed"
                + report.unsealedEntries().stream()
                        .findFirst()
                        .map(first -> " from " + first)
                        .orElse("")
                + report.head().map(newest -> "; head " + newest).orElse(""));
    }

    private static List<UUID> organisations(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select audit_organisations()");
                ResultSet rows = statement.executeQuery()) {
            List<UUID> organisations = new ArrayList<>();
            while (rows.next()) {
                organisations.add(rows.getObject(1, UUID.class));
            }
            return organisations;
        }
    }

    private SealKeys keys() {
        try {
            return SealKeys.ofVaultKeys(
                    environment.getOrDefault("OPTIBID_SECURITY_ENCRYPTION_KEY", ""),
                    environment.getOrDefault("OPTIBID_SECURITY_PREVIOUS_ENCRYPTION_KEYS", ""));
        } catch (IllegalArgumentException e) {
            throw new WrongArgumentsException(String.valueOf(e.getMessage()));
        }
    }

    private Connection connect() {
        String url = setting("--url", "OPTIBID_DATABASE_URL", "jdbc:postgresql://localhost:5432/optibid");
        Properties properties = new Properties();
        properties.setProperty("user", setting("--user", "OPTIBID_DATABASE_USER", "optibid"));
        Optional.ofNullable(environment.get("OPTIBID_DATABASE_PASSWORD"))
                .ifPresent(password -> properties.setProperty("password", password));
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("ApplicationName", "optibid-verify-audit");
        try {
            return DriverManager.getConnection(url, properties);
        } catch (SQLException e) {
            throw new SchemaException("Cannot connect to " + url + " as " + properties.getProperty("user"), e);
        }
    }

    private Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    private String setting(String option, String variable, String fallback) {
        return options.getOrDefault(option, environment.getOrDefault(variable, fallback));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new WrongArgumentsException("--organisation is a UUID, not " + text);
        }
    }

    private static ChainHead head(String text) {
        try {
            return ChainHead.parse(text);
        } catch (IllegalArgumentException e) {
            throw new WrongArgumentsException("--head is a sequence, a colon and a hash, not " + text);
        }
    }

    private static void require(boolean fulfilled, String otherwise) {
        if (!fulfilled) {
            throw new WrongArgumentsException(otherwise);
        }
    }
}
