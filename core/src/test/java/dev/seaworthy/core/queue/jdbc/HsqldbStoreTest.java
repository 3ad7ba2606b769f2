// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.jdbc;

class HsqldbStoreTest extends JdbcStoreContract {

    @Override
    String url() throws Exception {
        return Servers.hsqldbUrl();
    }
}
