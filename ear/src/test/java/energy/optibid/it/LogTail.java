package energy.optibid.it;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** Shows the end of the server's log beside each test that failed. */
public final class LogTail implements TestWatcher {

    private static final int LINES = 40;

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        ServerUnderTest.log()
                .ifPresent(log -> System.err.println("--- " + context.getDisplayName() + " failed; end of " + log + "\n"
                        + TestFolders.tail(log, LINES) + "\n---"));
    }
}
