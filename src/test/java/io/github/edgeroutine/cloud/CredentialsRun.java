// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import java.util.Optional;
import java.util.Properties;

/** Looks for a key in the environment of its JVM, and prints the messages of a goal. */
public final class CredentialsRun {

    private CredentialsRun() {}

    public static void main(String[] arguments) {
        Properties system = new Properties();
        system.putAll(System.getProperties());
        System.getenv().forEach((name, value) -> system.setProperty("env." + name, value));
        CredentialsChain chain = new CredentialsChain(system);
        try {
            Optional<Credentials> found = chain.find();
            System.out.println(found.map(Credentials::toString).orElse("none"));
            found.map(chain::flawsBefore).orElseGet(chain::flaws).forEach(System.out::println);
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
    }
}
