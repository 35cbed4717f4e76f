package energy.optibid.web.websocket;

import energy.optibid.platform.LogContext;
import energy.optibid.push.Client;
import energy.optibid.push.CloseCode;
import energy.optibid.push.PushConnection;
import energy.optibid.web.security.SocketCaller;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.util.Optional;

/** One connection of a client. */
public class PushSocket extends Endpoint {
    private static final Logger LOG = System.getLogger(PushSocket.class.getName());

    private final Client.Channel channel;
    private final SocketDialogue dialogue;
    private volatile Optional<PushConnection> connection = Optional.empty();

    PushSocket(Client.Channel channel, SocketDialogue dialogue) {
        this.channel = channel;
        this.dialogue = dialogue;
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        session.setMaxTextMessageBufferSize(dialogue.messageBytes());
        session.setMaxBinaryMessageBufferSize(dialogue.messageBytes());
        if (!(session.getUserPrincipal() instanceof SocketCaller caller)) {
            new SocketWire(session).close(CloseCode.FAILED);
            return;
        }
        Client client =
                new Client(channel, caller.token().userId(), caller.token().organisationId(), caller.address());
        LogContext context = LogContext.none().of(client.organisationId(), client.userId());
        inContext(context, () -> open(session, client, caller, context));
    }

    private void open(Session session, Client client, SocketCaller caller, LogContext context) {
        connection = dialogue.open(client, caller.token(), new SocketWire(session));
        connection.ifPresent(opened -> {
            MessageMeter meter = new MessageMeter(dialogue.clock());
            session.addMessageHandler(String.class, (MessageHandler.Whole<String>)
                    text -> inContext(context, () -> dialogue.take(opened, meter, text)));
            session.addMessageHandler(
                    ByteBuffer.class, (MessageHandler.Whole<ByteBuffer>) bytes -> dialogue.refuseBinary(opened, meter));
            session.addMessageHandler(PongMessage.class, (MessageHandler.Whole<PongMessage>) pong -> opened.answered());
        });
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        CloseCode code =
                reason.getCloseCode().getCode() == CloseCode.TOO_BIG.code() ? CloseCode.TOO_BIG : CloseCode.CLIENT;
        connection.ifPresent(opened -> opened.close(code));
    }

    /** A broken connection, or a message that is too big: the container closes it. */
    @Override
    public void onError(Session session, Throwable thrown) {
        LOG.log(Level.DEBUG, "A WebSocket connection broke", thrown);
    }

    private static void inContext(LogContext context, Runnable work) {
        LogContext.Scope scope = context.enter();
        try {
            work.run();
        } finally {
            scope.leave();
        }
    }
}
