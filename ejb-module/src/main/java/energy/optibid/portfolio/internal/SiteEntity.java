package energy.optibid.portfolio.internal;

import energy.optibid.portfolio.GridConnection;
import energy.optibid.portfolio.Location;
import energy.optibid.portfolio.Site;
import energy.optibid.portfolio.SiteDetails;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "sites")
class SiteEntity {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "organisation_id")
    UUID organisationId;

    @Column(name = "zone_id")
    private short zoneId;

    @Formula("(select z.code from zones z where z.id = zone_id)")
    private String zoneCode;

    @Column(name = "name")
    private String name;

    @Column(name = "latitude")
    private @Nullable BigDecimal latitude;

    @Column(name = "longitude")
    private @Nullable BigDecimal longitude;

    @Column(name = "import_limit_mw")
    private @Nullable BigDecimal importLimitMw;

    @Column(name = "export_limit_mw")
    private @Nullable BigDecimal exportLimitMw;

    @Column(name = "version")
    int version;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "deleted_at")
    @Nullable
    Instant deletedAt;

    protected SiteEntity() {}

    SiteEntity(Site site, short zoneId) {
        this.id = site.id();
        this.organisationId = site.organisationId();
        this.createdAt = site.createdAt();
        change(site.details(), zoneId);
    }

    final void change(SiteDetails details, short zone) {
        this.zoneId = zone;
        this.zoneCode = details.zoneCode();
        this.name = details.name();
        this.latitude = details.location().map(Location::latitude).orElse(null);
        this.longitude = details.location().map(Location::longitude).orElse(null);
        this.importLimitMw = details.connection().importLimitMw().orElse(null);
        this.exportLimitMw = details.connection().exportLimitMw().orElse(null);
    }

    Site site() {
        return new Site(
                id,
                organisationId,
                name,
                zoneCode,
                location(),
                new GridConnection(plain(importLimitMw), plain(exportLimitMw)),
                version,
                createdAt,
                Optional.ofNullable(deletedAt));
    }

    private Optional<Location> location() {
        return plain(latitude).flatMap(north -> plain(longitude).map(east -> new Location(north, east)));
    }

    private static Optional<BigDecimal> plain(@Nullable BigDecimal value) {
        return Optional.ofNullable(value).map(ParameterColumn::plain);
    }
}
