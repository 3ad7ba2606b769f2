// SPDX-License-Identifier: Apache-2.0
/**
 * Files that clients send: {@link dev.seaworthy.core.validation.upload.UploadRules} stores one as a stream if it is short
 * enough and begins like a {@link dev.seaworthy.core.validation.upload.FileType} that is allowed, and answers a {@link
 * dev.seaworthy.core.validation.upload.StoredFile}.
 */
@NullMarked
package dev.seaworthy.core.validation.upload;

import org.jspecify.annotations.NullMarked;
