package energy.optibid.liquibase;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * The command for production, where migrations are run by hand: {@code status}, {@code update}, {@code rollback},
 * {@code admit}, {@code verify}, {@code history}, {@code verify-audit}. Exit codes: 0 as wished, 1 the schema is not as
 * this release wants it, 2 wrong
 * arguments, 3 failed.
 */
public final class Main {
    static final int OK = 0;
    static final int NOT_AS_WANTED = 1;
    static final int WRONG_ARGUMENTS = 2;
    static final int FAILED = 3;

    private final PrintStream out;
    private final PrintStream err;

    Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        System.exit(new Main(System.out, System.err).run(List.of(args), System.getenv()));
    }

    int run(List<String> args, Map<String, String> environment) {
        try {
            if (!args.isEmpty() && args.get(0).equals(AuditCommand.NAME)) {
                return new AuditCommand(out, args.subList(1, args.size()), environment).run();
            }
            if (!args.isEmpty() && args.get(0).equals(OperatorCommand.NAME)) {
                return new OperatorCommand(out, args.subList(1, args.size()), environment).run();
            }
            Command command = Command.parse(args, environment);
            if (command.name().equals("help")) {
                out.println(Command.USAGE);
                out.println(AuditCommand.USAGE);
                out.println(OperatorCommand.USAGE);
                return OK;
            }
            try (Connection connection = connect(command)) {
                return execute(command, new Schema(connection), connection);
            }
        } catch (Command.WrongArgumentsException e) {
            err.println("optibid: " + e.getMessage() + "; see help");
            return WRONG_ARGUMENTS;
        } catch (SchemaException e) {
            err.println("optibid: " + e.getMessage());
        } catch (SQLException e) {
            err.println("optibid: " + new SchemaException("Cannot close the connection", e).getMessage());
        }
        return FAILED;
    }

    private int execute(Command command, Schema schema, Connection connection) throws SQLException {
        return switch (command.name()) {
            case "status" -> status(schema);
            case "update" -> update(command, schema);
            case "rollback" -> rollback(command, schema);
            case "admit" -> admit(command, schema);
            case "verify" -> verify(schema, connection);
            default -> history(schema);
        };
    }

    private int status(Schema schema) {
        List<Changeset> pending = schema.pending();
        pending.forEach(changeset -> out.println("pending  " + changeset + "  (" + changeset.file() + ")"));
        out.println(pending.isEmpty() ? "The schema is up to date." : count(pending.size(), "pending"));
        return pending.isEmpty() ? OK : NOT_AS_WANTED;
    }

    private int update(Command command, Schema schema) {
        if (command.dryRun()) {
            out.print(schema.updateSql());
            return OK;
        }
        command.tag().ifPresent(schema::tag);
        List<Changeset> applied = schema.update();
        applied.forEach(changeset -> out.println("applied  " + changeset));
        out.println(applied.isEmpty() ? "The schema was up to date." : count(applied.size(), "applied"));
        return OK;
    }

    private int rollback(Command command, Schema schema) {
        String target = command.argument();
        int count = target.matches("[0-9]{1,9}") ? Integer.parseInt(target) : schema.changesetsAfter(target);
        if (command.dryRun()) {
            out.print(schema.rollbackSql(count));
            return OK;
        }
        int before = schema.history().size();
        schema.rollback(count);
        out.println(count(before - schema.history().size(), "rolled back"));
        return OK;
    }

    private int admit(Command command, Schema schema) {
        schema.admit(command.argument());
        out.println("The application may connect as " + command.argument() + ".");
        return OK;
    }

    private int verify(Schema schema, Connection connection) throws SQLException {
        List<String> findings = schema.verify();
        findings.forEach(out::println);
        out.println("Checked: changesets that are pending, unknown, or changed after they were applied; that each of "
                + schema.tables().size() + " tables exists. Not checked: columns, indexes, privileges.");
        Set<String> extensions = new TreeSet<>(SchemaTables.extensions(connection));
        for (String optional : List.of("postgis", "timescaledb")) {
            out.println("Optional extension " + optional + ": "
                    + (extensions.contains(optional) ? "installed" : "not installed") + " (not used by this release)");
        }
        out.println(findings.isEmpty() ? "Nothing is wrong." : "Findings: " + findings.size());
        return findings.isEmpty() ? OK : NOT_AS_WANTED;
    }

    private int history(Schema schema) {
        List<AppliedChangeset> history = schema.history();
        for (AppliedChangeset applied : history) {
            String tag = applied.tag().map(name -> "  [" + name + "]").orElse("");
            out.println(applied.order() + "  " + applied.appliedAt() + "  " + applied.changeset() + tag);
        }
        out.println(count(history.size(), "applied"));
        return OK;
    }

    private static String count(int changesets, String what) {
        return changesets + (changesets == 1 ? " changeset " : " changesets ") + what + ".";
    }

    private static Connection connect(Command command) {
        Properties properties = new Properties();
        properties.setProperty("user", command.user());
        command.password().ifPresent(password -> properties.setProperty("password", password));
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("ApplicationName", "optibid-liquibase");
        try {
            return DriverManager.getConnection(command.url(), properties);
        } catch (SQLException e) {
            throw new SchemaException("Cannot connect to " + command.url() + " as " + command.user(), e);
        }
    }
}
