// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.key;

import io.github.edgeroutine.routine.EdgeRoutines;

/** What a key may be allowed to do: one for each kind of call of {@link EdgeRoutines}. A service has its own names for it. */
public enum Access {
    DESCRIBE,
    NAMES,
    /** To learn how many revisions the service keeps, where that takes a call. */
    LIMIT,
    CODE,
    STAGE,
    COMMIT,
    /** To make a revision of static files. */
    CREATE,
    PUBLISH,
    DELETE,
    CONFIGURE,
    CREATE_ROUTINE,
    VARIABLES,
    SET_VARIABLES
}
