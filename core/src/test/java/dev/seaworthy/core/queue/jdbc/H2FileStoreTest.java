// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.jdbc;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class H2FileStoreTest extends JdbcStoreContract {

    @TempDir
    static Path directory;

    @Override
    String url() {
        return Servers.h2FileUrl(directory);
    }
}
