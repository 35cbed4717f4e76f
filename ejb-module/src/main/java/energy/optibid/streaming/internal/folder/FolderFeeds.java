package energy.optibid.streaming.internal.folder;

import energy.optibid.platform.MessageFolder;
import energy.optibid.platform.ServiceName;
import energy.optibid.platform.ServiceState;
import energy.optibid.platform.Services;
import energy.optibid.streaming.MessageFeed;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/** All feeds, each from a folder of its own, which is named as its topic is; none where no folder is configured. */
@Dependent
public final class FolderFeeds {
    private static final Logger LOG = System.getLogger(FolderFeeds.class.getName());

    private final List<Runnable> readers;

    @Inject
    public FolderFeeds(MessageFolder folder, Services services, @Any Instance<MessageFeed> feeds) {
        this.readers = folder.path().stream()
                .flatMap(path -> feeds.stream()
                        .<Runnable>map(feed -> new FolderFeedReader(
                                path.resolve(feed.topic()),
                                feed,
                                () -> services.of(ServiceName.POSTGRESQL).state() == ServiceState.AVAILABLE)))
                .toList();
        folder.path().ifPresent(path -> LOG.log(Level.INFO, "Messages are taken from files in {0}", path));
    }

    /** Each is run again and again, by one thread at a time. */
    public List<Runnable> readers() {
        return readers;
    }
}
