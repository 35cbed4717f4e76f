package energy.optibid.market.internal.quality;

import energy.optibid.market.QualityCount;
import energy.optibid.market.QualityFinding;
import energy.optibid.market.QualityKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The findings of one kind in the order of their starts: neighbours are joined, the first are kept, all are counted. */
final class FoundIntervals {
    private final QualityKind kind;
    private final int kept;
    private final List<QualityFinding> first = new ArrayList<>();
    private long findings;
    private long periods;

    /** The last one, beyond the kept ones too: the next may go on where it ends. */
    private QualityFinding last;

    FoundIntervals(QualityKind kind, int kept) {
        this.kind = kind;
        this.kept = kept;
        this.last = new QualityFinding(kind, Instant.MIN, Instant.MIN, 0, "");
    }

    void add(Instant start, Instant end, String detail) {
        add(start, end, 1, detail);
    }

    void add(Instant start, Instant end, long count, String detail) {
        periods += count;
        if (!start.isAfter(last.end()) && detail.equals(last.detail())) {
            last = last.joined(end, count);
            if (findings <= kept) {
                first.set((int) findings - 1, last);
            }
        } else {
            last = new QualityFinding(kind, start, end, count, detail);
            if (++findings <= kept) {
                first.add(last);
            }
        }
    }

    /** In how many periods. */
    long periods() {
        return periods;
    }

    QualityCount count() {
        return new QualityCount(kind, findings, periods);
    }

    List<QualityFinding> first() {
        return List.copyOf(first);
    }
}
