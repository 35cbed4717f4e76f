package energy.optibid.liquibase.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CanonicalEntryTest {
    private static final UUID ORGANISATION = UUID.fromString("0199b2a4-0b5d-7a90-9d1b-6c4e8f7a2b00");
    private static final UUID OTHER = UUID.fromString("0199b2a4-0b5d-7a90-9d1b-6c4e8f7a2b01");
    private static final SealPlace FIRST = new SealPlace(ORGANISATION, 1, ChainHash.NONE, 1_700_000_000_000_001L);
    private static final AuditRow ROW = row("asset.create", "asset", Optional.of("{\"a\":1}"), Optional.empty());

    /** A hash that was made once must be made for ever, or old chains break. */
    @Test
    void hashShouldBeTheSameAsEverWhenTheEntryIsTheSame() {
        assertThat(CanonicalEntry.hash(FIRST, ROW).toString())
                .isEqualTo(CanonicalEntryReference.hash(FIRST, ROW))
                .isEqualTo("ec6aac61b5f0642112ae295ebbd4071b56f1fe86682955e3c34f0550570831c3");
    }

    @Test
    void hashShouldDifferWhenAnythingDiffers() {
        List<ChainHash> hashes = new ArrayList<>();
        hashes.add(CanonicalEntry.hash(FIRST, ROW));
        hashes.add(CanonicalEntry.hash(new SealPlace(OTHER, 1, ChainHash.NONE, 1_700_000_000_000_001L), ROW));
        hashes.add(CanonicalEntry.hash(new SealPlace(ORGANISATION, 2, ChainHash.NONE, 1_700_000_000_000_001L), ROW));
        hashes.add(CanonicalEntry.hash(new SealPlace(ORGANISATION, 1, hashes.get(0), 1_700_000_000_000_001L), ROW));
        hashes.add(CanonicalEntry.hash(new SealPlace(ORGANISATION, 1, ChainHash.NONE, 1_700_000_000_000_002L), ROW));
        hashes.add(CanonicalEntry.hash(FIRST, row("asset.creat", "easset", ROW.oldValues(), ROW.newValues())));
        hashes.add(CanonicalEntry.hash(FIRST, row("asset.create", "asset", ROW.newValues(), ROW.oldValues())));
        hashes.add(CanonicalEntry.hash(FIRST, row("asset.create", "asset", Optional.of(""), Optional.empty())));
        hashes.add(CanonicalEntry.hash(FIRST, row("asset.create", "asset", Optional.empty(), Optional.empty())));
        hashes.add(
                CanonicalEntry.hash(FIRST, row("asset.create", "asset", Optional.of("{\"a\": 1}"), Optional.empty())));

        assertThat(new HashSet<>(hashes)).hasSameSizeAs(hashes);
    }

    @Test
    void headShouldBeReadAsItIsWritten() {
        ChainHead head = new ChainHead(7, CanonicalEntry.hash(FIRST, ROW));

        assertThat(ChainHead.parse(head.toString())).isEqualTo(head);
        for (String wrong : List.of("", "7", "0:" + head.hash(), "7:abc", "-7:" + head.hash(), "7:x" + head.hash())) {
            assertThatThrownBy(() -> ChainHead.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static AuditRow row(String action, String subjectType, Optional<String> old, Optional<String> now) {
        return new AuditRow(
                new UUID(1, 2),
                ORGANISATION,
                Optional.of(OTHER),
                1_700_000_000_000_000L,
                action,
                subjectType,
                "ä",
                "success",
                "192.0.2.7",
                "",
                "r",
                old,
                now);
    }
}
