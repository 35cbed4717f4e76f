package energy.optibid.seed;

import energy.optibid.identity.SampleAccounts;
import energy.optibid.identity.SampleUser;
import energy.optibid.liquibase.SchemaException;
import energy.optibid.platform.Capabilities;
import energy.optibid.platform.InvalidSettingException;
import energy.optibid.platform.Settings;
import energy.optibid.seed.container.Configuration;
import energy.optibid.seed.container.Domain;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The command {@code seed}: fills the database of a test system with sample data. Exit codes: 0 everything is there, 1
 * refused and nothing changed, 2 wrong arguments, 3 failed.
 */
public final class Main {
    static final int OK = 0;
    static final int REFUSED = 1;
    static final int WRONG_ARGUMENTS = 2;
    static final int FAILED = 3;

    private static final int CONNECT_SECONDS = 10;

    /** Held, because a logger without a strong reference forgets its level. */
    private static final Logger LIBRARIES = Logger.getLogger("");

    private final PrintStream out;
    private final PrintStream err;
    private final Clock clock;

    Main(PrintStream out, PrintStream err, Clock clock) {
        this.out = out;
        this.err = err;
        this.clock = clock;
    }

    public static void main(String[] args) {
        LIBRARIES.setLevel(Level.SEVERE);
        System.exit(new Main(System.out, System.err, Clock.systemUTC()).run(List.of(args), System.getenv()));
    }

    int run(List<String> args, Map<String, String> environment) {
        try {
            Options options = Options.parse(args);
            if (options.help()) {
                out.println(Options.USAGE);
                return OK;
            }
            seed(options, Configuration.of(environment));
            return OK;
        } catch (Options.WrongArgumentsException e) {
            err.println("optibid: " + e.getMessage() + "; see --help");
            return WRONG_ARGUMENTS;
        } catch (SeedRefusedException | InvalidSettingException e) {
            err.println("optibid: " + e.getMessage());
            return REFUSED;
        } catch (SQLException | SchemaException e) {
            err.println("optibid: PostgreSQL does not answer as it should: " + e.getMessage()
                    + ". What was written before stays; run the command again when it does");
            return FAILED;
        } catch (RuntimeException e) {
            err.println("optibid: the seed stopped. What was written before stays, and another run goes on from there;"
                    + " if it stops again, report this:");
            e.printStackTrace(err);
            return FAILED;
        }
    }

    private void seed(Options options, Settings settings) throws SQLException {
        if (!new Capabilities(settings).environment().isDevelopment()) {
            throw new SeedRefusedException(
                    "ENVIRONMENT is production, as it is where it is not set. The seed adds users"
                            + " whose password everybody knows: for a test system set ENVIRONMENT=development");
        }
        PGSimpleDataSource source = source(options, settings);
        TestDatabase database = new TestDatabase(source);
        database.check(options.besideOthers());
        out.println("database  " + database.address() + " as " + source.getUser());
        out.println("markets   " + database.markets());
        try (Domain domain = Domain.open(settings, source, Seed.FACADES)) {
            new Seed(domain, source, clock, out).run(options);
        }
        tellUsers();
    }

    private static PGSimpleDataSource source(Options options, Settings settings) {
        String key = "optibid.database.url";
        String url = options.url().or(() -> settings.text(key)).orElse("");
        PGSimpleDataSource source = new PGSimpleDataSource();
        try {
            source.setURL(url);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(key, "***", "jdbc:postgresql://host[:port]/database", e);
        }
        options.user().or(() -> settings.text("optibid.database.user")).ifPresent(source::setUser);
        settings.text("optibid.database.password").ifPresent(source::setPassword);
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setApplicationName("optibid-seed");
        source.setReWriteBatchedInserts(true);
        return source;
    }

    private void tellUsers() {
        out.println();
        out.println("Log in with the password " + SampleAccounts.PASSWORD + " as");
        for (String organisation : SampleAccounts.ORGANISATIONS) {
            out.println("  " + organisation);
            SampleAccounts.USERS.stream()
                    .filter(user -> user.organisation().equals(organisation))
                    .map(SampleUser::email)
                    .forEach(email -> out.println("    " + email));
        }
    }
}
