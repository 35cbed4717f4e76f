package energy.optibid.platform.internal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Looks whether a statement that never ends would be ended: the server's own pool is not ours to prepare. */
final class SessionLimits {
    private static final Logger LOG = Logger.getLogger(SessionLimits.class.getName());

    private SessionLimits() {}

    static void check(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show statement_timeout")) {
            row.next();
            if (row.getString(1).equals("0")) {
                LOG.log(
                        Level.WARNING,
                        "PostgreSQL: statements may run for ever. Give the pool the property"
                                + " Options=-c statement_timeout=300000, as payara-config/server/configure.sh does.");
            }
        }
    }
}
