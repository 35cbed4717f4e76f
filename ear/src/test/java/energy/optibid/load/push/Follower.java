package energy.optibid.load.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.util.Arrays;
import java.util.Optional;

/** One client: the last number that it has of each zone, also while it is not connected. For the loop's thread alone. */
final class Follower implements Link.Handler {
    private static final long NONE = -1;

    private final Crowd crowd;
    private final long[] last;
    private Optional<Link> link = Optional.empty();
    private int awaited;
    private boolean opening;
    private long startedNanos;

    /** @param zones how many it is to follow */
    Follower(Crowd crowd, int zones) {
        this.crowd = crowd;
        this.last = new long[zones];
        Arrays.fill(last, NONE);
    }

    boolean isConnected() {
        return link.isPresent();
    }

    /** The last number of a zone; below 0 where it has none. */
    long last(int zone) {
        return last[zone];
    }

    /** Connects, and comes back with its numbers where it has some. */
    void open(Selector selector, Crowd.Place place) {
        opening = true;
        awaited = last.length;
        startedNanos = System.nanoTime();
        InetSocketAddress server =
                new InetSocketAddress(place.server().getHost(), place.server().getPort());
        try {
            link = Optional.of(Link.connect(
                    selector,
                    server,
                    place.receiveBufferBytes(),
                    Handshake.request(place.server(), place.token()),
                    this));
        } catch (IOException e) {
            ended(String.valueOf(e.getMessage()));
        }
    }

    void limit(long bytesPerSecond) {
        link.ifPresent(connected -> connected.limit(bytesPerSecond));
    }

    void refill() {
        link.ifPresent(Link::refill);
    }

    /** Asks for the beginning of all zones so many times, and says that it is alive, whatever it has read. */
    void ask(int times) {
        link.ifPresent(connected -> {
            for (int i = 0; i < times; i++) {
                subscribe(all(), "");
            }
            connected.send(Frames.PONG, new byte[0]);
        });
    }

    private String all() {
        return "\"" + String.join("\",\"", crowd.zones()) + "\"";
    }

    @Override
    public void opened() {
        if (Arrays.stream(last).allMatch(number -> number == NONE)) {
            subscribe(all(), "");
            return;
        }
        for (int zone = 0; zone < last.length; zone++) {
            subscribe("\"" + crowd.zones().get(zone) + "\"", ",\"after\":" + last[zone]);
        }
    }

    private void subscribe(String zones, String after) {
        String text =
                "{\"type\":\"subscribe\",\"product\":\"%s\",\"zones\":[%s]%s}".formatted(crowd.product(), zones, after);
        link.orElseThrow().send(Frames.TEXT, text.getBytes(UTF_8));
    }

    @Override
    public void told(ByteBuffer text, long micros) throws IOException {
        ServerMessage message = ServerMessage.read(text);
        int zone = crowd.zones().indexOf(message.zone());
        switch (message.type()) {
            case "price" -> price(zone, message, micros);
            case "snapshot" -> begin(zone, message.seq());
            case "resumed" -> {
                long place = Math.max(last[zone], message.seq());
                crowd.told().add(new Told.Message(zone, last[zone], place, 0, micros));
                begin(zone, place);
            }
            case "snapshot-needed" -> crowd.lost();
            default -> link.orElseThrow().end("told: " + message.type());
        }
    }

    private void price(int zone, ServerMessage message, long micros) {
        if (message.seq() <= last[zone]) {
            crowd.doubled();
            return;
        }
        crowd.told().add(new Told.Message(zone, last[zone], message.seq(), 1L + message.coalesced(), micros));
        last[zone] = message.seq();
    }

    private void begin(int zone, long place) {
        last[zone] = Math.max(last[zone], place);
        awaited--;
        if (opening && awaited == 0) {
            opening = false;
            crowd.ready(System.nanoTime() - startedNanos);
        }
    }

    @Override
    public void ended(String reason) {
        link = Optional.empty();
        crowd.ended(reason, opening);
        opening = false;
    }
}
