// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.key;

import io.github.edgeroutine.routine.Operation;
import java.util.Collection;
import java.util.List;

/** The key that signs the calls, and what it may be allowed to do. */
public interface Key {

    /** Asks whom it belongs to. A failure says nothing of what it may do. */
    Operation<KeyOwner> owner();

    /** What a policy must grant for this, as policies name it; nothing if the service asks for no permission. */
    List<String> permissions(Access access);

    /** The text of a policy that grants these permissions and no more, to paste. */
    String policy(Collection<String> permissions);
}
