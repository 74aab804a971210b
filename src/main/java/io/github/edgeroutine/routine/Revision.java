// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine;

/**
 * A revision that the service keeps.
 *
 * @param description as it was given at the upload, fit to print; may be empty
 * @param created when, in the service's own words, fit to print; may be empty
 */
public record Revision(CodeRevision number, String description, String created) {

    /** For example "1620876959997924701 (2021-05-31T13:20:14Z, Hello World)". */
    @Override
    public String toString() {
        String about = (created + ", " + description).replaceAll("^, |, $", "");
        return about.isEmpty() ? number.digits() : number + " (" + about + ")";
    }
}
