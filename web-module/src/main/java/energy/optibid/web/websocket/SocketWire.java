package energy.optibid.web.websocket;

import energy.optibid.push.CloseCode;
import energy.optibid.push.PushMessage;
import energy.optibid.push.Wire;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Sends by the container's asynchronous remote endpoint. */
final class SocketWire implements Wire {
    private static final Logger LOG = System.getLogger(SocketWire.class.getName());

    private final Session session;

    SocketWire(Session session) {
        this.session = session;
    }

    @Override
    public void send(PushMessage message, Consumer<Boolean> done) {
        try {
            session.getAsyncRemote().sendText(message.text(SocketJson::of), result -> done.accept(result.isOK()));
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "A message was not sent", e);
            done.accept(false);
        }
    }

    @Override
    public void ping() {
        try {
            session.getAsyncRemote().sendPing(ByteBuffer.allocate(0));
        } catch (IOException | RuntimeException e) {
            // Nobody answers it, which the next look finds.
            LOG.log(Level.DEBUG, "A ping was not sent", e);
        }
    }

    @Override
    public void close(CloseCode code) {
        if (code == CloseCode.CLIENT) {
            return;
        }
        try {
            session.close(new CloseReason(CloseReason.CloseCodes.getCloseCode(code.code()), code.reason()));
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "The client was not told why its connection ends", e);
        }
    }
}
