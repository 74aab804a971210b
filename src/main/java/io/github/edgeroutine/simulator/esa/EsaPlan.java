// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.esa;

/**
 * The plan of the account.
 *
 * @param name as in ListEdgeRoutinePlans
 * @param payment {@code er_free} or {@code er_pay}
 * @param routines the limit of routines
 * @param versions the limit of versions of each routine
 */
public record EsaPlan(String name, String payment, int routines, int versions) {

    /** Two users saw five versions there. The page of GetRoutineStagingCodeUploadInfo says ten. */
    public static final EsaPlan FREE = new EsaPlan("er_freemode", "er_free", 20, 5);

    /** The numbers of the documents' example. */
    public static final EsaPlan PAID = new EsaPlan("er_paymode", "er_pay", 100, 20);

    public EsaPlan {
        if (routines < 1 || versions < 1) {
            throw new IllegalArgumentException("a plan needs room for a routine and a version");
        }
    }
}
