package energy.optibid.web.rest.models;

/** The end of a training. */
public record RunEndJson(RunOutcome state) {}
