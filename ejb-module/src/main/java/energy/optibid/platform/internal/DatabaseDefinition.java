package energy.optibid.platform.internal;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ejb.Stateless;

/**
 * The connection pool to PostgreSQL that the application brings along; a server's own pool takes its place by
 * {@code optibid.datasource}.
 */
@DataSourceDefinition(
        name = "java:app/jdbc/optibid",
        className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${MPCONFIG=optibid.database.url}",
        user = "${MPCONFIG=optibid.database.user}",
        password = "${MPCONFIG=optibid.database.password}",
        initialPoolSize = 0,
        minPoolSize = 0,
        maxPoolSize = 32,
        loginTimeout = 15,
        properties = {
            // No statement and no forgotten transaction holds locks for ever; the longest statement is an import's.
            "options=-c statement_timeout=300000 -c idle_in_transaction_session_timeout=300000 -c lock_timeout=60000",
            // A PostgreSQL that went silent keeps nobody for ever either: longer than any statement may take.
            "socketTimeout=330",
            "tcpKeepAlive=true",
            // Connections that a restart of PostgreSQL left dead are found before they are lent, and all dropped at
            // once.
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=custom-validation",
            "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation",
            "fish.payara.fail-all-connections=true"
        })
@Stateless
public class DatabaseDefinition {}
