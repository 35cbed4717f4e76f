package energy.optibid.platform.internal;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.hibernate.Session;

/** The organisation of the current transaction, kept in the database's setting and beside the transaction. */
@ApplicationScoped
public class TransactionOrganisation {
    /** Until the end of the transaction, whichever way it ends. */
    private static final String ENTER = "select set_config('optibid.organisation', ?, true)";

    @PersistenceContext(unitName = "optibid")
    EntityManager entityManager;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    @Inject
    DatabaseAnswers answers;

    boolean isInTransaction() {
        return transactions.getTransactionKey() != null;
    }

    public void enter(UUID organisationId) {
        if (!isInTransaction()) {
            throw new IllegalStateException("There is no transaction to enter for organisation " + organisationId);
        }
        Object entered = transactions.getResource(TransactionOrganisation.class);
        if (entered == null) {
            entityManager.unwrap(Session.class).doWork(connection -> enter(connection, organisationId));
            answers.note();
            transactions.putResource(TransactionOrganisation.class, organisationId);
        } else if (!entered.equals(organisationId)) {
            throw new IllegalStateException("The transaction works for organisation " + entered + ", not for "
                    + organisationId + ": do that in a transaction of its own");
        }
    }

    private static void enter(Connection connection, UUID organisationId) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ENTER)) {
            statement.setString(1, organisationId.toString());
            statement.execute();
        }
    }
}
