package energy.optibid.web.rest.market;

import energy.optibid.market.Product;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that is traded in auctions, and where. */
public record ProductJson(
        String code,
        String name,
        OperatorJson operator,

        @Schema(description = "Whether one auction sells a whole trading day; bid runs are for such")
        boolean wholeDay,

        List<String> zoneCodes) {
    static ProductJson of(Product product) {
        return new ProductJson(
                product.code(),
                product.name(),
                new OperatorJson(product.operatorCode(), product.operatorName()),
                product.wholeDay(),
                product.zoneCodes());
    }

    /** Who runs the auction. */
    public record OperatorJson(String code, String name) {}
}
