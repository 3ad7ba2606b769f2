// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.conformance.app.database;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

@Entity
class Account {

    @Id
    @GeneratedValue
    private @Nullable Long id;

    @Column(unique = true)
    private @Nullable String email;

    Account() {}

    Account(String email) {
        this.email = email;
    }
}
