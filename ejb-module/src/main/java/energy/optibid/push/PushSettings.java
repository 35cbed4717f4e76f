package energy.optibid.push;

import energy.optibid.platform.InvalidSettingException;
import energy.optibid.platform.Settings;
import java.time.Duration;

/**
 * What a client may do.
 *
 * @param perUser connections of one user, on all nodes together where Redis counts
 * @param perAddress connections from one address; of IPv6 from one network
 * @param pingInterval who has not answered one ping when the next is due, is gone
 * @param messageBytes size of the largest message that a client may send
 * @param waiting events that wait for one client before it is to connect again
 * @param replay events of the log that are looked through for what a client has missed
 */
public record PushSettings(
        int perUser, int perAddress, Duration pingInterval, int messageBytes, int waiting, int replay) {
    private static final int MOST = 1_000_000;

    /** @throws InvalidSettingException for a setting that is not understood */
    public static PushSettings of(Settings settings) {
        return new PushSettings(
                settings.number("optibid.websocket.connections-per-user", 1, MOST),
                settings.number("optibid.websocket.connections-per-address", 1, MOST),
                settings.duration("optibid.websocket.ping-interval"),
                settings.number("optibid.websocket.max-message-bytes", 4_096, MOST),
                settings.number("optibid.websocket.max-waiting-events", 1, MOST),
                settings.number("optibid.websocket.max-replayed-events", 1, MOST));
    }
}
