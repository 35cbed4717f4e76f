package energy.optibid.web.rest.market;

import energy.optibid.market.Markets;
import energy.optibid.market.Product;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemException;

/** What an address names and must be there; in a query it would be a parameter that breaks a rule. */
final class Known {

    private Known() {}

    static Product product(Markets markets, String code) {
        return markets.products().stream()
                .filter(product -> product.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ProblemException(ProblemCode.PRODUCT_NOT_FOUND, "There is no product " + code));
    }
}
