package energy.optibid.forecasting.internal;

import energy.optibid.forecasting.ModelFinding;
import energy.optibid.forecasting.ModelRefusedException;
import energy.optibid.forecasting.ModelRule;
import energy.optibid.forecasting.NewModelRun;
import energy.optibid.forecasting.RunMetric;
import energy.optibid.forecasting.RunValues;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What may be told of a model. Names and lengths are those that every MLflow from 2.0 on takes (mlflow/utils/validation.py,
 * 2023-11), so that it refuses nothing later that was taken here.
 */
public final class ModelRules {
    static final int MOST_PARAMETERS = 200;
    static final int MOST_METRICS = 10_000;
    static final int MOST_ARTEFACTS = 100;

    private static final int MAX_NAME = 200;
    private static final int MAX_PATH = 250;
    private static final int MAX_VALUE = 500;
    private static final int MAX_RUN_NAME = 200;
    private static final int MAX_DESCRIPTION = 1_000;
    private static final int MAX_MEDIA_TYPE = 100;
    private static final Pattern MODEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern VALUE_NAME = Pattern.compile("[A-Za-z0-9_./ -]+");
    private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_./ +=@,-]+");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[A-Za-z0-9!#$&^_.+-]{1,64}/[A-Za-z0-9!#$&^_.+-]{1,64}");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}&&[^\\n\\r\\t]]");

    private final List<ModelFinding> findings = new ArrayList<>();

    /** @throws ModelRefusedException with everything that is wrong with a run that begins */
    public static void check(NewModelRun run) {
        ModelRules rules = new ModelRules();
        if (!MODEL.matcher(run.model()).matches()) {
            rules.add(
                    ModelRule.INVALID_MODEL_NAME,
                    "model",
                    "A model's name has 1 to 100 letters, digits, points, dashes and underscores, and begins with a letter"
                            + " or digit",
                    run.model());
        }
        rules.text(ModelRule.INVALID_RUN_NAME, "name", "The name of a run", run.name(), MAX_RUN_NAME);
        rules.parameters(run.parameters(), Map.of());
        rules.requireNone();
    }

    /**
     * Checks what is added to a run.
     *
     * @param known the parameters that the run has
     * @param metrics how many measurements it has
     * @throws ModelRefusedException with everything that is wrong
     */
    public static void check(RunValues values, Map<String, String> known, int metrics) {
        ModelRules rules = new ModelRules();
        rules.parameters(values.parameters(), known);
        if (metrics + values.metrics().size() > MOST_METRICS) {
            rules.tooMany(
                    "metrics",
                    "measurements",
                    MOST_METRICS,
                    metrics + values.metrics().size());
        }
        int index = 0;
        for (RunMetric metric : values.metrics()) {
            rules.metric(metric, "metrics[" + index + "]");
            index++;
        }
        rules.requireNone();
    }

    /**
     * Checks where an artefact is put, and what it is called.
     *
     * @param others how many artefacts at other paths the run has
     * @throws ModelRefusedException with everything that is wrong
     */
    public static void check(String path, String mediaType, int others) {
        ModelRules rules = new ModelRules();
        if (path.length() > MAX_PATH || !PATH.matcher(path).matches() || !isPlainPath(path)) {
            rules.add(
                    ModelRule.INVALID_ARTEFACT_PATH,
                    "path",
                    "A path has at most 250 letters, digits and _ . - + = @ , or blanks between slashes, and no part . or ..",
                    path);
        }
        if (mediaType.length() > MAX_MEDIA_TYPE
                || !MEDIA_TYPE.matcher(mediaType).matches()) {
            rules.add(
                    ModelRule.INVALID_MEDIA_TYPE, "Content-Type", "A media type has the form type/subtype", mediaType);
        }
        if (others >= MOST_ARTEFACTS) {
            rules.tooMany("path", "artefacts", MOST_ARTEFACTS, others + 1);
        }
        rules.requireNone();
    }

    /** @throws ModelRefusedException where it is blank or too long */
    public static void checkDescription(Optional<String> description) {
        ModelRules rules = new ModelRules();
        rules.text(ModelRule.INVALID_DESCRIPTION, "description", "A description", description, MAX_DESCRIPTION);
        rules.requireNone();
    }

    private void parameters(Map<String, String> parameters, Map<String, String> known) {
        new TreeMap<>(parameters).forEach((name, value) -> {
            String field = "parameters." + name;
            if (!isValueName(name)) {
                add(ModelRule.INVALID_PARAMETER_NAME, field, nameRule("parameter"), name);
            }
            text(ModelRule.INVALID_PARAMETER_VALUE, field, "The value of a parameter", Optional.of(value), MAX_VALUE);
            String before = known.getOrDefault(name, value);
            if (!before.equals(value)) {
                add(ModelRule.PARAMETER_FIXED, field, "The run has " + name + " with the value " + before, value);
            }
        });
        long all = known.size()
                + parameters.keySet().stream()
                        .filter(name -> !known.containsKey(name))
                        .count();
        if (all > MOST_PARAMETERS) {
            tooMany("parameters", "parameters", MOST_PARAMETERS, all);
        }
    }

    private void metric(RunMetric metric, String field) {
        if (!isValueName(metric.name())) {
            add(ModelRule.INVALID_METRIC_NAME, field + ".name", nameRule("metric"), metric.name());
        }
        if (!Double.isFinite(metric.value())) {
            add(ModelRule.INVALID_METRIC, field + ".value", "A measurement is finite", String.valueOf(metric.value()));
        }
        if (metric.measuredAt().isBefore(Instant.EPOCH)) {
            add(
                    ModelRule.INVALID_METRIC,
                    field + ".at",
                    "A measurement was made in 1970 or later",
                    metric.measuredAt().toString());
        }
    }

    private void text(ModelRule rule, String field, String what, Optional<String> text, int most) {
        text.filter(given -> given.isBlank()
                        || given.length() > most
                        || UNSEEN.matcher(given).find())
                .ifPresent(given -> add(
                        rule, field, what + " has 1 to " + most + " characters, not all blank, none unseen", given));
    }

    private static boolean isValueName(String name) {
        return name.length() <= MAX_NAME && VALUE_NAME.matcher(name).matches() && isPlainPath(name);
    }

    /** Whether it names one file below a folder, and no other path names the same. */
    private static boolean isPlainPath(String path) {
        for (String part : path.split("/", -1)) {
            if (part.isBlank() || part.equals(".") || part.equals("..")) {
                return false;
            }
        }
        return true;
    }

    private static String nameRule(String what) {
        return "The name of a " + what + " has 1 to 200 letters, digits, underscores, dashes, points and blanks between"
                + " slashes, and no part . or ..";
    }

    private void tooMany(String field, String what, int most, long given) {
        add(ModelRule.TOO_MANY, field, "A run has at most " + most + " " + what, String.valueOf(given));
    }

    private void add(ModelRule rule, String field, String message, String value) {
        findings.add(new ModelFinding(rule, field, message, value));
    }

    private void requireNone() {
        if (!findings.isEmpty()) {
            throw new ModelRefusedException(findings);
        }
    }
}
