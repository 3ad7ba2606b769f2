// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance.app.database;

import org.springframework.data.repository.CrudRepository;

interface Accounts extends CrudRepository<Account, Long> {}
