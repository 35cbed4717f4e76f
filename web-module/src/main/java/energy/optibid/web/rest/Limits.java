package energy.optibid.web.rest;

import org.jspecify.annotations.Nullable;

/** How many items a page of a list has. */
public final class Limits {
    static final int DEFAULT = 50;
    static final int MOST = 500;

    private Limits() {}

    /** What was asked for, at least 1 and at most 500; 50 where nothing was. */
    public static int of(@Nullable Integer asked) {
        return asked == null ? DEFAULT : Math.max(1, Math.min(asked, MOST));
    }
}
