package energy.optibid.liquibase;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The command for production, where migrations are run by hand: {@code status}, {@code update}, {@code rollback},
 * {@code admit}, {@code verify}, {@code history}, {@code verify-audit}, {@code create-operator}. Exit codes: 0 as wished,
 * 1 the schema is not as this release wants it, 2 wrong arguments, 3 failed.
 */
public final class Main {
    static final int OK = 0;
    static final int NOT_AS_WANTED = 1;
    static final int WRONG_ARGUMENTS = 2;
    static final int FAILED = 3;

    private static final String UP_TO_DATE = "The schema is up to date.";

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
            Optional<String> topic = topic(args);
            if (topic.isPresent()) {
                out.println(Help.of(topic.get()));
                return OK;
            }
            if (args.get(0).equals(AuditCommand.NAME)) {
                return new AuditCommand(out, args.subList(1, args.size()), environment).run();
            }
            if (args.get(0).equals(OperatorCommand.NAME)) {
                return new OperatorCommand(out, args.subList(1, args.size()), environment).run();
            }
            Command command = Command.parse(args, environment);
            try (Connection connection = connect(command)) {
                return execute(command, new Schema(connection));
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

    /** The command that help is wanted for, empty for all; absent where none is wanted. */
    private static Optional<String> topic(List<String> args) {
        boolean asked = args.isEmpty()
                || args.get(0).equals("help")
                || args.stream().anyMatch(word -> word.equals("--help") || word.equals("-h"));
        return asked
                ? Optional.of(args.stream()
                        .filter(word -> !word.equals("help") && !word.startsWith("-"))
                        .findFirst()
                        .orElse(""))
                : Optional.empty();
    }

    private int execute(Command command, Schema schema) {
        return switch (command.name()) {
            case "status" -> status(schema);
            case "update" -> update(command, schema);
            case "rollback" -> rollback(command, schema);
            case "admit" -> admit(command, schema);
            case "verify" -> verify(schema);
            default -> history(schema);
        };
    }

    private int status(Schema schema) {
        List<Changeset> pending = schema.pending();
        for (Changeset changeset : pending) {
            out.println("pending  " + changeset + "  (" + changeset.file() + ")");
            changeset.destroys().forEach(statement -> out.println("         takes data away: " + statement));
        }
        out.println(pending.isEmpty() ? UP_TO_DATE : count(pending.size(), "pending"));
        return pending.isEmpty() ? OK : NOT_AS_WANTED;
    }

    private int update(Command command, Schema schema) {
        if (command.dryRun()) {
            out.println(Optional.of(schema.updateSql())
                    .filter(sql -> !sql.isEmpty())
                    .orElse("-- " + UP_TO_DATE));
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
            out.println(Optional.of(schema.rollbackSql(count))
                    .filter(sql -> !sql.isEmpty())
                    .orElse("-- There is nothing to take back."));
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

    private int verify(Schema schema) {
        Verification verification = schema.verify();
        out.println(VerificationReport.of(verification));
        return verification.isSound() ? OK : NOT_AS_WANTED;
    }

    private int history(Schema schema) {
        List<AppliedChangeset> history = schema.history();
        for (AppliedChangeset applied : history) {
            Changeset changeset = applied.changeset();
            String text = applied.checksumState() == ChecksumState.SAME ? "" : "  " + words(applied.checksumState());
            String tag = applied.tag().map(name -> "  [" + name + "]").orElse("");
            out.println(String.join(
                            "  ",
                            Integer.toString(applied.order()),
                            applied.appliedAt().toString(),
                            changeset.release(),
                            changeset.id(),
                            changeset.author())
                    + text
                    + tag);
        }
        out.println(count(history.size(), "applied"));
        return OK;
    }

    private static String words(ChecksumState state) {
        return switch (state) {
            case SAME -> "the same";
            case CHANGED -> "changed since";
            case UNKNOWN -> "unknown to this release";
        };
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
