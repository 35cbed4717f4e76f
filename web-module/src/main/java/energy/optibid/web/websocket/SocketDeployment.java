package energy.optibid.web.websocket;

import energy.optibid.push.Client;
import energy.optibid.web.security.SocketProtocols;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;

/** Puts an endpoint at the address of each channel. Who may open it, the filters before it say. */
@WebListener
public class SocketDeployment implements ServletContextListener {

    @Inject
    Provider<SocketDialogue> dialogue;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        Object container = event.getServletContext().getAttribute(ServerContainer.class.getName());
        if (!(container instanceof ServerContainer sockets)) {
            throw new IllegalStateException("The server has no WebSocket container");
        }
        for (Client.Channel channel : Client.Channel.values()) {
            try {
                sockets.addEndpoint(config(channel));
            } catch (DeploymentException e) {
                throw new IllegalStateException("No WebSocket at " + channel.label(), e);
            }
        }
    }

    private ServerEndpointConfig config(Client.Channel channel) {
        return ServerEndpointConfig.Builder.create(PushSocket.class, "/ws/" + channel.label())
                .subprotocols(List.of(SocketProtocols.SPOKEN))
                .configurator(new OneForEach(channel))
                .build();
    }

    /** A socket of its own for each connection. */
    private final class OneForEach extends ServerEndpointConfig.Configurator {
        private final Client.Channel channel;

        private OneForEach(Client.Channel channel) {
            this.channel = channel;
        }

        @Override
        public <T> T getEndpointInstance(Class<T> type) {
            return type.cast(new PushSocket(channel, dialogue.get()));
        }

        /** The filter before has checked it. */
        @Override
        public boolean checkOrigin(String origin) {
            return true;
        }
    }
}
