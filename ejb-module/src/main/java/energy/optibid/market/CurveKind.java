package energy.optibid.market;

import java.util.stream.Stream;

/** What lies between two points of a price-quantity curve. */
public enum CurveKind {
    /** The quantity of a point holds until the price of the next one. */
    STEP("step"),
    /** Quantity changes in proportion to price from point to point. */
    LINEAR("linear");

    private final String code;

    CurveKind(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /**
     * The one of that code.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static CurveKind of(String code) {
        return Stream.of(values())
                .filter(each -> each.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No kind of curves: " + code));
    }
}
