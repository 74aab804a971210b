// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

/** Neither the request nor any memory names a routine that could be rolled back. */
public final class NothingRememberedException extends Exception {

    private static final long serialVersionUID = 1;
}
