// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.upkeep;

import io.github.edgeroutine.routine.CodeRevision;

/**
 * The revision with the uploaded code.
 *
 * @param made whether it was created now; false if it existed already
 */
public record UploadResult(CodeRevision revision, boolean made) {}
