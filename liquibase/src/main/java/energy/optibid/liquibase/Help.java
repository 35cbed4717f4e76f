package energy.optibid.liquibase;

import java.util.Map;

/** What {@code help} and {@code help COMMAND} print. */
final class Help {
    private static final String ALL = """
            java -jar optibid-liquibase-cli.jar COMMAND [--url JDBC-URL] [--user NAME]

              status                             what is pending
              update [--dry-run] [--tag NAME]    apply what is pending; --dry-run prints the SQL instead;
                                                 --tag names the state before, for rollback NAME
              rollback COUNT|TAG [--dry-run]     take back the last COUNT changesets, or all since TAG
              admit LOGIN                        let the application connect as this login of PostgreSQL
              verify                             compare the database with what this release declares
              history                            what was applied, when, and whether it has changed since
              help [COMMAND]                     this, or more of one; as COMMAND --help""";

    private static final String ENVIRONMENT = """

            The environment gives OPTIBID_DATABASE_URL and OPTIBID_DATABASE_USER where the options do not, and
            OPTIBID_DATABASE_PASSWORD, which no option gives.""";

    private static final String CODES = """
            Exit codes: 0 as wished, 1 the schema is not as this release wants it, 2 wrong arguments, 3 failed.""";

    private static final Map<String, String> COMMANDS = Map.of(
            "status",
            """
            status

            Prints the changesets of this release that the database has not had, in the order in which they would be
            applied, and of each what it takes away for good: tables, columns, all rows of a table. Only reads.

            Exit codes: 0 nothing is pending, 1 something is, 2 wrong arguments, 3 failed.""",
            "update",
            """
            update [--dry-run] [--tag NAME]

            Applies what is pending, as the owner of the schema, and prints it. Waits while another process migrates.
            --dry-run  prints the SQL and changes nothing, not even Liquibase's own tables; the SQL can be run by hand
            --tag      names the state before, for rollback NAME; not possible where nothing was applied yet

            Exit codes: 0 applied, or up to date before, 2 wrong arguments, 3 failed.""",
            "rollback",
            """
            rollback COUNT|TAG [--dry-run]

            Takes back the last COUNT changesets, or all that were applied after the state named TAG. What a changeset
            made is dropped with what is in it: take a backup, and stop OptiBid first.
            --dry-run  prints the SQL and changes nothing

            Exit codes: 0 taken back, 2 wrong arguments, 3 failed, also where there is no such state.""",
            "admit",
            """
            admit LOGIN

            Makes an existing login of PostgreSQL a member of optibid_application, the role that the application has.

            Exit codes: 0 admitted, or so before, 2 wrong arguments, 3 failed.""",
            "verify",
            """
            verify

            Compares the database with what this release declares, and prints a table of what differs: changesets that
            are pending, changed or unknown; extensions, types, tables, columns, constraints, indexes, functions,
            triggers, policies of row-level security, and privileges of the application's roles. A warning is something
            extra that does no harm. Only reads; the application's login may run it too.

            Exit codes: 0 nothing differs but for warnings, 1 something does, 2 wrong arguments, 3 failed.""",
            "history",
            """
            history

            Prints what was applied, the oldest first: order, when (UTC), release, id, author, what has become of its
            text where it is not the same any more, and in brackets the names for rollback. Only reads.

            Exit codes: 0 printed, 2 wrong arguments, 3 failed.""",
            AuditCommand.NAME,
            AuditCommand.USAGE.strip(),
            OperatorCommand.NAME,
            OperatorCommand.USAGE.strip());

    private Help() {}

    /**
     * The help for a command, or for all of them.
     *
     * @param topic name of a command; empty for all
     * @throws Command.WrongArgumentsException where there is no such command
     */
    static String of(String topic) {
        if (topic.isEmpty()) {
            return String.join(
                    "\n", ALL, indented(AuditCommand.USAGE), indented(OperatorCommand.USAGE), ENVIRONMENT, CODES);
        }
        String text = COMMANDS.get(topic);
        if (text == null) {
            throw new Command.WrongArgumentsException("there is no command " + topic);
        }
        return text + "\n" + ENVIRONMENT;
    }

    private static String indented(String usage) {
        return usage.strip().indent(2).stripTrailing();
    }
}
