package energy.optibid.load.push;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The events that were committed, by zone, in the order of their places in the log. */
final class Commits {
    private final List<Longs> places = new ArrayList<>();
    private final List<Longs> micros = new ArrayList<>();

    /**
     * @param zones codes, in the order in which they are counted
     * @param events arrays of place, code of the zone and instant of the commit in microseconds since 1970 UTC, by place
     */
    Commits(List<String> zones, JsonNode events) {
        zones.forEach(zone -> {
            places.add(new Longs());
            micros.add(new Longs());
        });
        for (JsonNode event : events) {
            int zone = zones.indexOf(event.get(1).asText());
            if (zone >= 0) {
                places.get(zone).add(event.get(0).asLong());
                micros.get(zone).add(event.get(2).asLong());
            }
        }
    }

    /** How many events of a zone have a place up to that one, itself included. */
    int upTo(int zone, long place) {
        Longs all = places.get(zone);
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle) <= place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    int count(int zone) {
        return places.get(zone).size();
    }

    /** @param number of the zone's event, from 0 on */
    long place(int zone, int number) {
        return places.get(zone).get(number);
    }

    /** @param number of the zone's event, from 0 on */
    long micros(int zone, int number) {
        return micros.get(zone).get(number);
    }
}
