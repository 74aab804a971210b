// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.key;

import io.github.edgeroutine.routine.EdgeRoutines;

/** A permission for each kind of call of {@link EdgeRoutines}. A service has its own names for permissions. */
public enum Access {
    DESCRIBE,
    NAMES,
    /** To read how many revisions the service keeps, if that is a separate call. */
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
