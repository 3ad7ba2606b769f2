// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.example.shop.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seaworthy.example.shop.provider.Ledger.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

    @TempDir
    Path folder;

    Path file;

    @BeforeEach
    void place() {
        file = folder.resolve("new/ledger.log");
    }

    @Test
    void everythingIsRememberedByTheNextLedger() throws IOException {
        try (Ledger ledger = new Ledger(file)) {
            assertThat(ledger.charge("k1", "o1")).isEqualTo(Entry.CHARGED);
            assertThat(ledger.charge("k1", "o1")).isEqualTo(Entry.REPLAYED);
            assertThat(ledger.charge("k2", "o1")).isEqualTo(Entry.CHARGED);
            assertThat(ledger.charge("k3", "o1")).isEqualTo(Entry.CHARGED);
            assertThat(ledger.charge("k3", "o2")).isEqualTo(Entry.KEY_TAKEN);
        }
        try (Ledger ledger = new Ledger(file)) {
            assertThat(ledger.state(ProviderMode.UP)).isEqualTo(new ProviderState(ProviderMode.UP, 3, 1, 1));
            assertThat(ledger.charge("k2", "o1")).isEqualTo(Entry.REPLAYED);
        }
    }

    @Test
    void aLineCutOffByACrashIsForgottenAndWrittenOver() throws IOException {
        try (Ledger ledger = new Ledger(file)) {
            ledger.charge("k1", "o1");
        }
        Files.writeString(file, "CHARGED\tk2\to", StandardOpenOption.APPEND);

        try (Ledger ledger = new Ledger(file)) {
            assertThat(ledger.state(ProviderMode.UP).charges()).isEqualTo(1);
            assertThat(ledger.charge("k2", "o2")).isEqualTo(Entry.CHARGED);
        }
        assertThat(Files.readString(file)).isEqualTo("CHARGED\tk1\to1\nCHARGED\tk2\to2\n");
    }
}
