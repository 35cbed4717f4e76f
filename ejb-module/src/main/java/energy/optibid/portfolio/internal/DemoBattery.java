package energy.optibid.portfolio.internal;

import energy.optibid.identity.DemoOrganisation;
import energy.optibid.platform.Actor;
import energy.optibid.platform.DevelopmentSeed;
import energy.optibid.portfolio.Battery;
import energy.optibid.portfolio.NewBattery;
import energy.optibid.portfolio.Portfolio;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Optional;

/** One battery for the first page to run on; in development only. */
@ApplicationScoped
public class DemoBattery implements DevelopmentSeed {
    private static final int ORDER = 30;
    private static final BigDecimal POWER_MW = BigDecimal.TEN;
    private static final BigDecimal EFFICIENCY = new BigDecimal("0.95");
    private static final Battery BATTERY = new Battery(
            POWER_MW,
            POWER_MW,
            BigDecimal.valueOf(20),
            EFFICIENCY,
            EFFICIENCY,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            Optional.of(BigDecimal.ONE));

    @Inject
    Portfolio portfolio;

    @Inject
    DemoOrganisation demo;

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void seed() {
        Actor actor = demo.administrator();
        if (portfolio.assets(actor).isEmpty()) {
            portfolio.createAsset(actor, new NewBattery("Demo battery", "DE_LU", BATTERY));
        }
    }
}
