// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.rollback;

/** The request and the memories contain no routine to roll back. */
public final class NothingRememberedException extends Exception {

    private static final long serialVersionUID = 1;
}
