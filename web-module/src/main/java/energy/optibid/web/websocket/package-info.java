/** WebSocket: who is subscribed to what is {@code energy.optibid.push}; here messages are read and written. */
@NullMarked
package energy.optibid.web.websocket;

import org.jspecify.annotations.NullMarked;
