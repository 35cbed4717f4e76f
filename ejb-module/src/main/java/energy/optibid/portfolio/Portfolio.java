package energy.optibid.portfolio;

import energy.optibid.identity.AuditTrail;
import energy.optibid.platform.Actor;
import energy.optibid.platform.Ids;
import energy.optibid.platform.OrganisationBound;
import energy.optibid.portfolio.internal.AssetJson;
import energy.optibid.portfolio.internal.AssetTables;
import energy.optibid.portfolio.internal.BatteryRules;
import energy.optibid.streaming.Outbox;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The assets of an organisation. What belongs to another organisation is not there for the actor. */
@Stateless
@OrganisationBound
public class Portfolio {

    @Inject
    AssetTables assets;

    @Inject
    AuditTrail auditTrail;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /**
     * Adds a battery, with its audit entry and the event {@code AssetCreated}, in one transaction.
     *
     * @throws AssetRefusedException with every rule that is broken
     */
    public Asset createAsset(Actor actor, NewBattery battery) {
        check(actor, battery);
        Asset asset = new Asset(
                Ids.next(),
                actor.organisationId(),
                battery.name(),
                AssetKind.BATTERY,
                battery.zoneCode(),
                battery.battery(),
                0,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        assets.insert(asset);
        String id = asset.id().toString();
        String json = AssetJson.of(asset);
        auditTrail.record(actor, "asset.create", "asset", id, Optional.empty(), Optional.of(json));
        outbox.append(Optional.of(actor.organisationId()), "AssetCreated", "asset", id, json);
        return asset;
    }

    /**
     * One asset.
     *
     * @throws AssetNotFoundException where there is none of that id in the actor's organisation
     */
    public Asset asset(Actor actor, UUID assetId) {
        return assets.find(actor.organisationId(), assetId).orElseThrow(() -> new AssetNotFoundException(assetId));
    }

    /** All assets of the actor's organisation, by name. */
    public List<Asset> assets(Actor actor) {
        return assets.list(actor.organisationId());
    }

    private void check(Actor actor, NewBattery battery) {
        List<AssetFinding> findings = new ArrayList<>(BatteryRules.findings(battery));
        if (!assets.hasZone(battery.zoneCode())) {
            findings.add(new AssetFinding(
                    AssetRefusedException.Rule.UNKNOWN_ZONE,
                    "zoneCode",
                    "There is no bidding zone " + battery.zoneCode(),
                    battery.zoneCode()));
        }
        if (assets.hasName(actor.organisationId(), battery.name())) {
            findings.add(new AssetFinding(
                    AssetRefusedException.Rule.NAME_TAKEN,
                    "name",
                    "Another asset is called " + battery.name(),
                    battery.name()));
        }
        if (!findings.isEmpty()) {
            throw new AssetRefusedException(findings);
        }
    }
}
