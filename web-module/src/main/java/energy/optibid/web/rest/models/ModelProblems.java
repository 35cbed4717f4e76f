package energy.optibid.web.rest.models;

import energy.optibid.forecasting.ArtefactNotFoundException;
import energy.optibid.forecasting.ModelFinding;
import energy.optibid.forecasting.ModelNotFoundException;
import energy.optibid.forecasting.ModelRefusedException;
import energy.optibid.forecasting.ModelRunEndedException;
import energy.optibid.forecasting.ModelRunNotFoundException;
import energy.optibid.forecasting.ModelRunNotRegistrableException;
import energy.optibid.web.rest.problem.Finding;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemSource;
import energy.optibid.web.rest.problem.ProblemTable;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The exceptions of the model registry. */
@ApplicationScoped
public class ModelProblems implements ProblemSource {

    @Override
    public void addTo(ProblemTable table) {
        table.add(ModelRunNotFoundException.class, ProblemCode.MODEL_RUN_NOT_FOUND)
                .add(ArtefactNotFoundException.class, ProblemCode.ARTEFACT_NOT_FOUND)
                .add(ModelNotFoundException.class, ProblemCode.MODEL_NOT_FOUND)
                .add(ModelRunEndedException.class, ProblemCode.MODEL_RUN_ENDED)
                .add(ModelRunNotRegistrableException.class, ProblemCode.MODEL_RUN_NOT_REGISTRABLE)
                .add(ModelRefusedException.class, ProblemCode.MODEL_REFUSED, broken -> findings(broken.findings()));
    }

    private static List<Finding> findings(List<ModelFinding> broken) {
        return broken.stream()
                .map(each -> Finding.of(each.rule().code(), each.field(), each.message(), each.value()))
                .toList();
    }
}
