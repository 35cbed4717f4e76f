package energy.optibid.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits until a server answers that it is ready. */
public final class Readiness {

    private static final int TIMEOUT_MS = 5_000;
    private static final int PAUSE_MS = 50;

    private Readiness() {}

    /**
     * Asks {@code /health/ready} again and again.
     *
     * @param base the server's address without a path
     * @param giveUp ends the wait early, because the server is gone or somebody wants to stop
     * @return whether it answered 200 in time
     */
    public static boolean await(URI base, Duration patience, BooleanSupplier giveUp) throws InterruptedException {
        URI ready = base.resolve("/health/ready");
        CountDownLatch never = new CountDownLatch(1);
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end && !giveUp.getAsBoolean()) {
            if (answersOk(ready)) {
                return true;
            }
            never.await(PAUSE_MS, TimeUnit.MILLISECONDS);
        }
        return false;
    }

    private static boolean answersOk(URI address) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(TIMEOUT_MS);
            connection.setReadTimeout(TIMEOUT_MS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
