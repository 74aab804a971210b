// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.bench;

/** A line of the table. */
record Row(String what, String goal, String measured, String detail) {

    static final String HEAD =
            "| what | goal | measured | medians, and quartiles in brackets |\n| --- | --- | --- | --- |";

    @Override
    public String toString() {
        return "| " + what + " | " + goal + " | " + measured + " | " + detail + " |";
    }
}
