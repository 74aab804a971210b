// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.edgeroutine.dcdn.WireFixture;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.PublishCall;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.call.RoutineClient;
import io.github.edgeroutine.source.CodeFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;

/** Runs in a JVM with another locale: an upload and a publish, then a search for a key from STS. */
public final class LocaleRun {

    private LocaleRun() {}

    /** @param arguments the endpoint of a simulator, a file of at least 1 kB, and an empty directory */
    public static void main(String[] arguments) throws Exception {
        RoutineClient routines = WireFixture.routines(arguments[0], WireFixture.credentials(), 30);
        RoutineName hello = new RoutineName("hello");
        Path file = Path.of(arguments[1]);
        System.out.println(CodeFile.read(file, OptionalInt.empty()));
        routines.stage(hello, "1.0", CodeFile.read(file, OptionalInt.empty()).content(), WireFixture.NOTHING);
        CodeRevision revision = routines.commit(hello, "1.0", Optional.empty(), WireFixture.NOTHING);
        routines.publish(new PublishCall(hello, revision, List.of(new Environment("production"))));
        System.out.println(new String(routines.code(hello, revision).readings().get(0), UTF_8).length());
        Properties system = new Properties();
        system.setProperty("user.home", arguments[2]);
        for (String variable : List.of("ROLE_ARN", "OIDC_PROVIDER_ARN", "OIDC_TOKEN_FILE")) {
            system.setProperty("env.ALIBABA_CLOUD_" + variable, file.toString());
        }
        try {
            System.out.println(new CredentialsChain(system).find().isPresent());
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
    }
}
