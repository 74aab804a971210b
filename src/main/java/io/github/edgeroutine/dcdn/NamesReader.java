// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import com.google.gson.annotations.SerializedName;
import io.github.edgeroutine.cloud.RpcAnswer;
import io.github.edgeroutine.routine.CallFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the names of all routines from the answer of {@code DescribeRoutineUserInfo}. */
record NamesReader(RpcAnswer answer) {

    private record User(@SerializedName("Routines") List<RoutineEntry> routines) {}

    private record RoutineEntry(
            @SerializedName("RoutineName") String name) {}

    /**
     * The names, safe to print.
     *
     * @throws CallFailedException of kind unreadable, if a routine has no name
     */
    List<String> names() throws CallFailedException {
        User user = answer.read(answer.body().get("Content"), User.class);
        List<String> names = new ArrayList<>();
        for (RoutineEntry entry : Optional.ofNullable(user.routines()).orElse(List.of())) {
            if (entry == null || entry.name() == null) {
                throw answer.unreadable();
            }
            names.add(answer.untrusted().quote(entry.name()));
        }
        return names;
    }
}
