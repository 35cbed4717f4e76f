package energy.optibid.market;

/**
 * Where a part of a rule set comes from.
 *
 * @param verified whether each of its numbers was read in the operator's own text
 * @param text which text that is, with its date where it has one
 */
public record RuleSource(RuleItem item, boolean verified, String text) {}
