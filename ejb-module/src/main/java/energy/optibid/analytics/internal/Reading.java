package energy.optibid.analytics.internal;

import java.sql.Connection;
import java.sql.SQLException;

/** A database that can be read. */
public interface Reading {

    /** Work on a connection that it neither closes nor commits. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    <T> T read(Work<T> work);
}
