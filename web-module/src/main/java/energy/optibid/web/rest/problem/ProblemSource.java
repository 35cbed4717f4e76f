package energy.optibid.web.rest.problem;

/** Tells how the exceptions of one feature look to the caller. A CDI bean beside the feature's resources. */
public interface ProblemSource {

    /** Adds each exception of the feature once. */
    void addTo(ProblemTable table);
}
