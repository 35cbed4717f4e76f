package energy.optibid.portfolio.internal;

import energy.optibid.portfolio.Asset;
import energy.optibid.portfolio.AssetKind;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.annotations.Formula;

@Entity
@Table(name = "assets")
class AssetEntity {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "organisation_id")
    private UUID organisationId;

    @Column(name = "zone_id")
    private short zoneId;

    @Formula("(select z.code from zones z where z.id = zone_id)")
    private String zoneCode;

    @Column(name = "kind")
    private String kind;

    @Column(name = "name")
    private String name;

    @Version
    @Column(name = "version")
    private int version;

    @Column(name = "created_at")
    private Instant createdAt;

    @OneToOne(mappedBy = "asset", cascade = CascadeType.PERSIST, fetch = FetchType.LAZY, optional = false)
    private BatteryEntity battery;

    protected AssetEntity() {}

    AssetEntity(Asset asset, short zoneId) {
        this.id = asset.id();
        this.organisationId = asset.organisationId();
        this.zoneId = zoneId;
        this.zoneCode = asset.zoneCode();
        this.kind = asset.kind().code();
        this.name = asset.name();
        this.createdAt = asset.createdAt();
        this.battery = new BatteryEntity(this, asset.battery());
    }

    Asset asset() {
        return new Asset(
                id,
                organisationId,
                name,
                AssetKind.valueOf(kind.toUpperCase(Locale.ROOT)),
                zoneCode,
                battery.battery(),
                version,
                createdAt);
    }
}
