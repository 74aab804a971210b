// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.upkeep;

import io.github.edgeroutine.routine.CodeRevision;

/**
 * The revision that holds the uploaded code.
 *
 * @param made whether it was made now, or was there already
 */
public record UploadResult(CodeRevision revision, boolean made) {}
