// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud.ram;

import io.github.edgeroutine.cloud.Api;
import io.github.edgeroutine.routine.key.Access;
import java.util.Set;

/** An operation of an {@link Api} by its name, and why this plugin calls it. A key needs permission for it. */
public interface ApiAction {

    /** Its name in the API, such as {@code StopCdnDomain}. */
    String action();

    Set<Access> uses();
}
