// SPDX-License-Identifier: Apache-2.0
package dev.seaworthy.core.validation.upload;

import java.nio.file.Path;

/**
 * An upload that was accepted. Immutable.
 *
 * @param path where it is
 * @param bytes how long it is
 * @param sha256 its SHA-256, 64 lower-case hex digits
 * @param type what it begins like
 */
public record StoredFile(Path path, long bytes, String sha256, FileType type) {}
