// SPDX-License-Identifier: Apache-2.0
/**
 * Room {@code json} on the Spring floor: what the adapters for Jackson 2 and 3 share. {@link
 * dev.seaworthy.spring.json.JsonWords} names a Java type as a client knows it.
 */
@NullMarked
package dev.seaworthy.spring.json;

import org.jspecify.annotations.NullMarked;
