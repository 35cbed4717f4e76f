/**
 * The connection to MLflow. The adapter in {@code forecasting} injects {@code MlflowRest}, which is made here and only when
 * {@code ENABLE_MLFLOW} is on.
 */
@NullMarked
package energy.optibid.platform.internal.mlflow;

import org.jspecify.annotations.NullMarked;
