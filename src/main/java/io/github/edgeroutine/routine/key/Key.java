// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.key;

import io.github.edgeroutine.routine.Operation;
import java.util.Collection;
import java.util.List;

/** The key that signs the calls, and its possible permissions. */
public interface Key {

    /** Reads the owner of the key. A failure does not show which permissions it has. */
    Operation<KeyOwner> owner();

    /** The permissions that a policy must grant for this access; empty if the service needs none. */
    List<String> permissions(Access access);

    /** The text of a policy that grants exactly these permissions, for the user to paste. */
    String policy(Collection<String> permissions);
}
