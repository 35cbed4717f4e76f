package energy.optibid.load.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Clients that are told the same and are looked at together. For the loop's thread alone. */
final class Crowd {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Loop loop;
    private final String product;
    private final List<String> zones;
    private final List<Follower> members = new ArrayList<>();
    private final Deque<Follower> waiting = new ArrayDeque<>();
    private final Map<String, Integer> ends = new TreeMap<>();
    private Told told = new Told();
    private Longs readyMicros = new Longs();
    private Runnable more = () -> {};
    private int opening;
    private boolean filling;
    private boolean limited;
    private int asksPerSecond;
    private long doubled;
    private long lost;

    Crowd(Loop loop, String product, List<String> zones) {
        this.loop = loop;
        this.product = product;
        this.zones = List.copyOf(zones);
        loop.everySecond(this::second);
    }

    private void second() {
        if (limited) {
            members.forEach(Follower::refill);
        }
        if (asksPerSecond > 0) {
            members.forEach(member -> member.ask(asksPerSecond));
        }
    }

    /**
     * Where clients connect.
     *
     * @param receiveBufferBytes of each socket; 0 for the system's own
     * @param atOnce how many are on their way at the same time
     */
    record Place(URI server, String token, int receiveBufferBytes, int atOnce) {}

    String product() {
        return product;
    }

    List<String> zones() {
        return zones;
    }

    Told told() {
        return told;
    }

    void add(int clients) {
        for (int i = 0; i < clients; i++) {
            members.add(new Follower(this, zones.size()));
        }
    }

    /** Connects all that are not connected. */
    void open(Place place) {
        readyMicros = new Longs();
        members.stream().filter(member -> !member.isConnected()).forEach(waiting::add);
        more = () -> fill(place);
        more.run();
    }

    private void fill(Place place) {
        // A connection that is refused at once ends here already: without this each would stand on the one before.
        if (filling) {
            return;
        }
        filling = true;
        while (opening < place.atOnce() && !waiting.isEmpty()) {
            opening++;
            waiting.remove().open(loop.selector(), place);
        }
        filling = false;
    }

    /** A client has had the beginning of each zone. */
    void ready(long nanos) {
        readyMicros.add(TimeUnit.NANOSECONDS.toMicros(nanos));
        opening--;
        more.run();
    }

    void ended(String reason, boolean beforeReady) {
        ends.merge(reason, 1, Integer::sum);
        if (beforeReady) {
            opening--;
            more.run();
        }
    }

    /** A client was told that what it missed cannot be told. */
    void lost() {
        lost++;
    }

    /** A client was told something that it knew. */
    void doubled() {
        doubled++;
    }

    /** Whether nobody is on the way any more. */
    boolean isSettled() {
        return opening == 0 && waiting.isEmpty();
    }

    /** Has each client read so many bytes a second at the most, and again as they come for {@link Link#UNLIMITED}. */
    void limit(long bytesPerSecond) {
        limited = bytesPerSecond != Link.UNLIMITED;
        members.forEach(member -> member.limit(bytesPerSecond));
    }

    /** Has each client ask for the beginning of all its zones so many times a second, and say that it is alive. */
    void ask(int timesPerSecond) {
        asksPerSecond = timesPerSecond;
    }

    /** How many are connected, why others were ended, and of each zone the number that the last of all has reached. */
    ObjectNode status() {
        ObjectNode status = MAPPER.createObjectNode();
        status.put("connected", members.stream().filter(Follower::isConnected).count());
        ObjectNode counts = status.putObject("ended");
        ends.forEach(counts::put);
        ObjectNode reached = status.putObject("reached");
        for (int zone = 0; zone < zones.size(); zone++) {
            int number = zone;
            reached.put(
                    zones.get(zone),
                    members.stream()
                            .mapToLong(member -> member.last(number))
                            .min()
                            .orElse(Long.MAX_VALUE));
        }
        status.set("readyMicros", percentiles(readyMicros.sorted()));
        return status;
    }

    /** What the clients were told since the last report, compared with what was committed; see {@link Commits}. */
    ObjectNode report(JsonNode events) {
        Commits commits = new Commits(zones, events);
        Account account = new Account(commits);
        account.add(told);
        for (int zone = 0; zone < zones.size(); zone++) {
            for (Follower member : members) {
                account.end(zone, member.last(zone));
            }
        }
        ObjectNode report = MAPPER.createObjectNode();
        report.put("messages", told.size());
        report.put("missed", account.missed());
        report.put("unknown", account.unknown());
        report.put("coalesced", account.coalesced());
        report.put("doubled", doubled);
        report.put("lost", lost);
        report.set("micros", percentiles(account.latencies()));
        told = new Told();
        doubled = 0;
        lost = 0;
        return report;
    }

    private static ObjectNode percentiles(long[] sorted) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("count", sorted.length);
        node.put("p50", Longs.percentile(sorted, 50));
        node.put("p95", Longs.percentile(sorted, 95));
        node.put("p99", Longs.percentile(sorted, 99));
        node.put("max", Longs.percentile(sorted, 100));
        return node;
    }
}
