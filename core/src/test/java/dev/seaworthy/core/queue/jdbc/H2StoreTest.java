// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.queue.jdbc;

class H2StoreTest extends JdbcStoreContract {

    @Override
    String url() throws Exception {
        return Servers.h2Url();
    }
}
