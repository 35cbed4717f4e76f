package energy.optibid.web.rest.assets;

import energy.optibid.portfolio.AssetDetails;
import energy.optibid.portfolio.AssetKind;
import energy.optibid.portfolio.AssetParameters;
import energy.optibid.web.rest.problem.Finding;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An asset to be added, and what can be changed of one: with the one object of parameters that the kind names. */
public record NewAssetJson(
        @Schema(description = "1 to 200 characters, unique among your assets")
        String name,

        @Schema(description = "Which of the objects below there is; it cannot change")
        AssetKind kind,

        @Schema(description = "The site that it stands on, if any")
        Optional<UUID> siteId,

        @Schema(description = "The bidding zone that it feeds into: that of its site")
        String zoneCode,

        Optional<BatteryJson> battery,
        Optional<PvJson> pv,
        Optional<WindJson> wind,
        Optional<ThermalJson> thermal,
        Optional<HydroJson> hydro,
        Optional<LoadJson> load) {

    static NewAssetJson of(AssetDetails asset) {
        ParametersJson parameters = ParametersJson.of(asset.parameters());
        return new NewAssetJson(
                asset.name(),
                asset.parameters().kind(),
                asset.siteId(),
                asset.zoneCode(),
                parameters.battery(),
                parameters.pv(),
                parameters.wind(),
                parameters.thermal(),
                parameters.hydro(),
                parameters.load());
    }

    /** @throws ProblemException 400 where the object of the kind is missing, or one of another kind is there */
    AssetDetails details() {
        ParametersJson parameters = new ParametersJson(battery, pv, wind, thermal, hydro, load);
        List<Finding> findings = new ArrayList<>();
        for (AssetKind each : AssetKind.values()) {
            boolean there = parameters.of(each).isPresent();
            if (each == kind && !there) {
                String message = "An asset of kind " + kind.code() + " needs the field " + each.code();
                findings.add(Finding.of("missing-field", each.code(), message));
            } else if (each != kind && there) {
                String message = "An asset of kind " + kind.code() + " has no field " + each.code();
                findings.add(Finding.of("unknown-field", each.code(), message));
            }
        }
        Optional<AssetParameters> own = parameters.of(kind);
        if (!findings.isEmpty() || own.isEmpty()) {
            throw new ProblemException(ProblemCode.INVALID_BODY, findings);
        }
        return new AssetDetails(name, siteId, zoneCode, own.get());
    }
}
