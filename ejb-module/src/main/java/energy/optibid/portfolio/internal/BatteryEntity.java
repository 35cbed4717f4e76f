package energy.optibid.portfolio.internal;

import energy.optibid.portfolio.Battery;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "batteries")
class BatteryEntity {

    @Id
    @Column(name = "asset_id")
    private @Nullable UUID assetId;

    @OneToOne(fetch = FetchType.LAZY, optional = false)
    @MapsId
    @JoinColumn(name = "asset_id")
    @SuppressWarnings("UnusedVariable") // Hibernate takes the identifier from it.
    private AssetEntity asset;

    @Column(name = "charge_power_mw")
    private BigDecimal chargePowerMw;

    @Column(name = "discharge_power_mw")
    private BigDecimal dischargePowerMw;

    @Column(name = "usable_capacity_mwh")
    private BigDecimal usableCapacityMwh;

    @Column(name = "charge_efficiency")
    private BigDecimal chargeEfficiency;

    @Column(name = "discharge_efficiency")
    private BigDecimal dischargeEfficiency;

    @Column(name = "self_discharge_per_hour")
    private BigDecimal selfDischargePerHour;

    @Column(name = "degradation_cost_per_mwh")
    private BigDecimal degradationCostPerMwh;

    @Column(name = "cycles_per_day")
    private @Nullable BigDecimal cyclesPerDay;

    protected BatteryEntity() {}

    BatteryEntity(AssetEntity asset, Battery battery) {
        this.asset = asset;
        this.chargePowerMw = battery.chargePowerMw();
        this.dischargePowerMw = battery.dischargePowerMw();
        this.usableCapacityMwh = battery.usableCapacityMwh();
        this.chargeEfficiency = battery.chargeEfficiency();
        this.dischargeEfficiency = battery.dischargeEfficiency();
        this.selfDischargePerHour = battery.selfDischargePerHour();
        this.degradationCostPerMwh = battery.degradationCostPerMwh();
        this.cyclesPerDay = battery.cyclesPerDay().orElse(null);
    }

    Battery battery() {
        return new Battery(
                plain(chargePowerMw),
                plain(dischargePowerMw),
                plain(usableCapacityMwh),
                plain(chargeEfficiency),
                plain(dischargeEfficiency),
                plain(selfDischargePerHour),
                plain(degradationCostPerMwh),
                Optional.ofNullable(cyclesPerDay).map(BatteryEntity::plain));
    }

    /** The column's scale pads with zeros, which nobody wrote. */
    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
