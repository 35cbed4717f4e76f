/** Whether Kafka is there. What talks to it lies in the features' own {@code internal.kafka}. */
@NullMarked
package energy.optibid.platform.internal.kafka;

import org.jspecify.annotations.NullMarked;
