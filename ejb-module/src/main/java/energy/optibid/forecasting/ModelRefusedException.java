package energy.optibid.forecasting;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.stream.Collectors;

/** What was told of a model breaks rules; carries every finding, nothing was stored. */
@ApplicationException(rollback = true)
public class ModelRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int TOLD = 5;

    private final transient List<ModelFinding> findings;

    public ModelRefusedException(List<ModelFinding> findings) {
        super(findings.stream().limit(TOLD).map(ModelFinding::message).collect(Collectors.joining("; ")));
        this.findings = List.copyOf(findings);
    }

    public List<ModelFinding> findings() {
        return findings;
    }
}
