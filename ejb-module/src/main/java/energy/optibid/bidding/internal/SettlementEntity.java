package energy.optibid.bidding.internal;

import energy.optibid.settlement.SettledPeriod;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A row of {@code settlements} with its periods. */
@Entity
@Table(name = "settlements")
public class SettlementEntity {
    @Id
    UUID id;

    @Column(name = "organisation_id")
    UUID organisationId;

    @Column(name = "run_id")
    UUID runId;

    String currency;

    @Column(name = "market_revenue")
    BigDecimal marketRevenue;

    @Column(name = "residual_revenue")
    BigDecimal residualRevenue;

    @Column(name = "undeliverable_mwh")
    BigDecimal undeliverableMwh;

    @Column(name = "undeliverable_revenue")
    BigDecimal undeliverableRevenue;

    @Column(name = "degradation_cost")
    BigDecimal degradationCost;

    BigDecimal profit;

    @Column(name = "expected_profit")
    BigDecimal expectedProfit;

    @Column(name = "perfect_foresight_profit")
    BigDecimal perfectForesightProfit;

    @Column(name = "settled_at")
    Instant settledAt;

    @ElementCollection
    @CollectionTable(name = "settlement_periods", joinColumns = @JoinColumn(name = "settlement_id"))
    @OrderColumn(name = "ordinal")
    List<Period> periods = new ArrayList<>();

    /** A row of {@code settlement_periods}. */
    @Embeddable
    public static class Period {
        @Column(name = "period_start")
        Instant periodStart;

        BigDecimal price;

        @Column(name = "accepted_mw")
        BigDecimal acceptedMw;

        @Column(name = "delivered_mw")
        BigDecimal deliveredMw;

        @Column(name = "state_of_charge_mwh")
        BigDecimal stateOfChargeMwh;

        @Column(name = "market_revenue")
        BigDecimal marketRevenue;

        @Column(name = "residual_mwh")
        BigDecimal residualMwh;

        @Column(name = "residual_revenue")
        BigDecimal residualRevenue;

        @Column(name = "undeliverable_mwh")
        BigDecimal undeliverableMwh;

        @Column(name = "undeliverable_revenue")
        BigDecimal undeliverableRevenue;

        @Column(name = "degradation_cost")
        BigDecimal degradationCost;

        BigDecimal profit;

        static Period of(SettledPeriod settled) {
            Period period = new Period();
            period.periodStart = settled.period().start();
            period.price = settled.price();
            period.acceptedMw = settled.acceptedMw();
            period.deliveredMw = settled.deliveredMw();
            period.stateOfChargeMwh = settled.stateOfChargeMwh();
            period.marketRevenue = settled.marketRevenue();
            period.residualMwh = settled.residualMwh();
            period.residualRevenue = settled.residualRevenue();
            period.undeliverableMwh = settled.undeliverableMwh();
            period.undeliverableRevenue = settled.undeliverableRevenue();
            period.degradationCost = settled.degradationCost();
            period.profit = settled.profit();
            return period;
        }
    }
}
