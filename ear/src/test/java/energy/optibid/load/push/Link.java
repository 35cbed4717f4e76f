package energy.optibid.load.push;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;

/** One connection by WebSocket, which never waits. For the loop's thread alone. */
final class Link {
    /** In place of bytes a second. */
    static final long UNLIMITED = -1;

    private static final int SWITCHING_PROTOCOLS = 101;
    private static final byte[] NOTHING = {};

    private final SocketChannel channel;
    private final SelectionKey key;
    private final Handler handler;
    private final Deque<ByteBuffer> out = new ArrayDeque<>();
    private byte[] rest = NOTHING;
    private boolean open;
    private boolean ended;
    private long bytesPerSecond = UNLIMITED;
    private long budget;

    private Link(SocketChannel channel, Selector selector, Handler handler) throws IOException {
        this.channel = channel;
        this.handler = handler;
        this.key = channel.register(selector, SelectionKey.OP_CONNECT, this);
    }

    /** Whose connection it is. */
    interface Handler {
        /** The server has taken it. */
        void opened();

        /**
         * A message.
         *
         * @param text good during the call
         * @param micros when it was read from the socket, in microseconds since 1970 UTC
         */
        void told(ByteBuffer text, long micros) throws IOException;

        /** It is closed, or was never open; called once. */
        void ended(String reason);
    }

    /**
     * Begins to connect; tells the handler how it went.
     *
     * @param receiveBufferBytes of the socket; 0 for the system's own
     * @param request the handshake
     */
    static Link connect(
            Selector selector, InetSocketAddress server, int receiveBufferBytes, ByteBuffer request, Handler handler)
            throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            if (receiveBufferBytes > 0) {
                channel.setOption(StandardSocketOptions.SO_RCVBUF, receiveBufferBytes);
            }
            Link link = new Link(channel, selector, handler);
            link.out.add(request);
            if (channel.connect(server)) {
                link.key.interestOps(SelectionKey.OP_WRITE);
            }
            return link;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Does what the socket is ready for. */
    void proceed(ByteBuffer shared) {
        try {
            if ((key.isConnectable() && channel.finishConnect()) || key.isWritable()) {
                write();
            }
            if (!ended && key.isReadable()) {
                read(shared);
            }
        } catch (IOException | RuntimeException e) {
            end(String.valueOf(e.getMessage()));
        }
    }

    void send(int opcode, byte[] payload) {
        out.add(Frames.masked(opcode, payload, ThreadLocalRandom.current().nextInt()));
        key.interestOps(key.interestOps() | SelectionKey.OP_WRITE);
    }

    private void write() throws IOException {
        ByteBuffer next = out.peek();
        while (next != null && channel.write(next) >= 0 && !next.hasRemaining()) {
            out.remove();
            next = out.peek();
        }
        listen();
    }

    /** Reads so much in each second from now on. */
    void limit(long limitBytesPerSecond) {
        bytesPerSecond = limitBytesPerSecond;
        refill();
    }

    /** A new second has begun. */
    void refill() {
        budget = bytesPerSecond;
        if (!ended && open) {
            listen();
        }
    }

    private void listen() {
        int reading = budget == 0 && bytesPerSecond != UNLIMITED ? 0 : SelectionKey.OP_READ;
        key.interestOps(reading | (out.isEmpty() ? 0 : SelectionKey.OP_WRITE));
    }

    private void read(ByteBuffer shared) throws IOException {
        shared.clear().put(rest);
        if (bytesPerSecond != UNLIMITED) {
            shared.limit((int) Math.min(shared.limit(), shared.position() + budget));
        }
        int count = channel.read(shared);
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
        if (count < 0) {
            end("end of stream");
            return;
        }
        budget -= bytesPerSecond == UNLIMITED ? 0 : count;
        shared.flip();
        take(shared, micros);
        if (!ended) {
            keepRest(shared);
            listen();
        }
    }

    private void keepRest(ByteBuffer shared) {
        rest = shared.hasRemaining() ? new byte[shared.remaining()] : NOTHING;
        shared.get(rest);
    }

    private void take(ByteBuffer in, long micros) throws IOException {
        if (!open) {
            OptionalInt status = Handshake.status(in);
            if (status.isEmpty()) {
                return;
            }
            if (status.getAsInt() != SWITCHING_PROTOCOLS) {
                end("HTTP " + status.getAsInt());
                return;
            }
            open = true;
            handler.opened();
        }
        Optional<Frames.Frame> frame = Frames.next(in);
        while (frame.isPresent()) {
            take(frame.get(), micros);
            frame = ended ? Optional.empty() : Frames.next(in);
        }
    }

    private void take(Frames.Frame frame, long micros) throws IOException {
        switch (frame.opcode()) {
            case Frames.TEXT -> handler.told(frame.payload(), micros);
            case Frames.PING -> {
                byte[] payload = new byte[frame.payload().remaining()];
                frame.payload().get(payload);
                send(Frames.PONG, payload);
            }
            case Frames.CLOSE ->
                end(
                        frame.payload().remaining() < 2
                                ? "closed"
                                : Integer.toString(frame.payload().getShort() & 0xFFFF));
            default -> throw new IllegalStateException("Opcode " + frame.opcode());
        }
    }

    /** Ends it without a word to the server. */
    void end(String reason) {
        if (ended) {
            return;
        }
        ended = true;
        rest = NOTHING;
        key.cancel();
        try {
            channel.close();
        } catch (IOException e) {
            // It is not used any more either way.
        }
        handler.ended(reason);
    }
}
