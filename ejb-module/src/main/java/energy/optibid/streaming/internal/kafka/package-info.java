/** Events to Kafka's topics, and messages from them. */
@NullMarked
package energy.optibid.streaming.internal.kafka;

import org.jspecify.annotations.NullMarked;
