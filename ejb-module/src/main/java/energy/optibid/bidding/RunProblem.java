package energy.optibid.bidding;

/**
 * Why a run failed.
 *
 * @param code stable, kebab-case
 * @param detail one sentence for the operator
 */
public record RunProblem(String code, String detail) {}
