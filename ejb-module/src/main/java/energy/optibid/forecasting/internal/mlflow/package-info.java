/** The mirror of the model registry in MLflow. */
@NullMarked
package energy.optibid.forecasting.internal.mlflow;

import org.jspecify.annotations.NullMarked;
