package energy.optibid.seed.container;

import energy.optibid.platform.Settings;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** The two objects that are there before the container is. */
class Given implements Extension {
    private final Settings settings;
    private final Transactions transactions;

    Given(Settings settings, Transactions transactions) {
        this.settings = settings;
        this.transactions = transactions;
    }

    void add(@Observes AfterBeanDiscovery beans) {
        beans.<Settings>addBean()
                .types(Settings.class, Object.class)
                .scope(Singleton.class)
                .createWith(made -> settings);
        beans.<Transactions>addBean()
                .types(Transactions.class, TransactionSynchronizationRegistry.class, Object.class)
                .scope(Singleton.class)
                .createWith(made -> transactions);
    }
}
