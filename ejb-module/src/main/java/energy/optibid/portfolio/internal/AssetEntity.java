package energy.optibid.portfolio.internal;

import energy.optibid.portfolio.Asset;
import energy.optibid.portfolio.AssetDetails;
import energy.optibid.portfolio.AssetKind;
import energy.optibid.portfolio.AssetParameters;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "assets")
class AssetEntity {

    @Id
    @Column(name = "id")
    UUID id;

    @Column(name = "organisation_id")
    UUID organisationId;

    @Column(name = "site_id")
    private @Nullable UUID siteId;

    @Column(name = "zone_id")
    private short zoneId;

    @Formula("(select z.code from zones z where z.id = zone_id)")
    private String zoneCode;

    @Column(name = "kind")
    private String kind;

    @Column(name = "name")
    String name;

    /** Counted by hand: a change of the parameters alone, which stand in another table, counts too. */
    @Column(name = "version")
    int version;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "deleted_at")
    @Nullable
    Instant deletedAt;

    protected AssetEntity() {}

    AssetEntity(Asset asset, short zoneId) {
        this.id = asset.id();
        this.organisationId = asset.organisationId();
        this.kind = asset.kind().code();
        this.createdAt = asset.createdAt();
        change(asset.details(), zoneId);
    }

    final void change(AssetDetails details, short zone) {
        this.siteId = details.siteId().orElse(null);
        this.zoneId = zone;
        this.zoneCode = details.zoneCode();
        this.name = details.name();
    }

    AssetKind kind() {
        return AssetKind.valueOf(kind.toUpperCase(Locale.ROOT));
    }

    Asset asset(AssetParameters parameters) {
        return new Asset(
                id,
                organisationId,
                Optional.ofNullable(siteId),
                name,
                zoneCode,
                parameters,
                version,
                createdAt,
                Optional.ofNullable(deletedAt));
    }
}
