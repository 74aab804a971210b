// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.upkeep;

import io.github.edgeroutine.routine.RoutineName;

/**
 * Which revisions of a routine may be deleted.
 *
 * @param keep how many of the newest stay in any case
 * @param dryRun all but the deletion
 */
public record PruneRequest(RoutineName routine, int keep, boolean dryRun) {}
