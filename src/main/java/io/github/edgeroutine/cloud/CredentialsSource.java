// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A place where the SDK looks for a key. The SDK is not asked.
 *
 * @param name the name in the log
 * @param isSetUp whether the source is configured, at least in part
 * @param flaw why it cannot be used, as a sentence without a full stop
 * @param asksSts whether the SDK must call STS for it
 * @param parts names of the id, the secret and the token, each as the beginning of a sentence
 */
public record CredentialsSource(
        String name, boolean isSetUp, Optional<String> flaw, boolean asksSts, List<String> parts) {

    static final String PROFILE = "ALIBABA_CLOUD_PROFILE";

    /** A source whose parts have no names of their own. */
    static CredentialsSource of(String name, boolean isSetUp, Optional<String> flaw, boolean asksSts) {
        return new CredentialsSource(
                name,
                isSetUp,
                flaw,
                asksSts,
                Stream.of("id", "secret", "token")
                        .map(part -> "The AccessKey's " + part + " in " + name)
                        .toList());
    }

    boolean isUsable() {
        return isSetUp && flaw.isEmpty();
    }

    static CredentialsSource systemProperties(Properties system) {
        String secret = has(system, "alibabacloud.accessKeyIdSecret")
                ? "alibabacloud.accessKeyIdSecret"
                : "alibabacloud.accessKeySecret";
        return pair(
                "system properties alibabacloud.*",
                "The system property ",
                List.of("alibabacloud.accessKeyId", secret, "alibabacloud.sessionToken"),
                system,
                name -> has(system, name));
    }

    static CredentialsSource environmentVariables(Properties system) {
        return pair(
                "environment variables ALIBABA_CLOUD_ACCESS_KEY_*",
                "The environment variable ",
                List.of(
                        "ALIBABA_CLOUD_ACCESS_KEY_ID",
                        "ALIBABA_CLOUD_ACCESS_KEY_SECRET",
                        "ALIBABA_CLOUD_SECURITY_TOKEN"),
                system,
                name -> has(system, "env." + name));
    }

    private static CredentialsSource pair(
            String source, String kind, List<String> names, Properties system, Predicate<String> isSet) {
        String profile = system.getProperty("env." + PROFILE, "default");
        Optional<String> half = half(names.subList(0, 2), names, isSet);
        Optional<String> flaw = half.isEmpty() && names.stream().anyMatch(isSet) && !profile.equals("default")
                ? Optional.of("The SDK does not read the " + source + " while " + PROFILE + " is set")
                : half;
        return new CredentialsSource(
                source,
                isSet.test(names.get(0)),
                flaw,
                false,
                names.stream().map(name -> kind + name).toList());
    }

    static CredentialsSource oidcRole(Properties system) {
        String file = "ALIBABA_CLOUD_OIDC_TOKEN_FILE";
        List<String> names = List.of("ALIBABA_CLOUD_ROLE_ARN", "ALIBABA_CLOUD_OIDC_PROVIDER_ARN", file);
        Optional<String> flaw = half(names, names, name -> has(system, "env." + name))
                .or(() -> names.stream()
                        .filter(name -> !isBare(system.getProperty("env." + name, "")))
                        .map(name ->
                                "The environment variable " + name + " has a blank or a line break around its value")
                        .findFirst());
        boolean isWhole = names.stream().allMatch(name -> has(system, "env." + name));
        return of(
                "the OIDC role of ALIBABA_CLOUD_ROLE_ARN",
                isWhole,
                flaw.isEmpty() && isWhole && !new File(system.getProperty("env." + file)).canRead()
                        ? Optional.of(file + " names a file that cannot be read")
                        : flaw,
                true);
    }

    static CredentialsSource uri(Properties system) {
        return of(
                "the address in ALIBABA_CLOUD_CREDENTIALS_URI",
                has(system, "env.ALIBABA_CLOUD_CREDENTIALS_URI"),
                Optional.empty(),
                false);
    }

    /** Empty if all required names are set, or none. */
    private static Optional<String> half(List<String> required, List<String> names, Predicate<String> isSet) {
        List<String> set = names.stream().filter(isSet).toList();
        List<String> missing = required.stream().filter(Predicate.not(isSet)).toList();
        return set.isEmpty() || missing.isEmpty()
                ? Optional.empty()
                : Optional.of(joined(set) + " set, but " + joined(missing) + " missing or empty");
    }

    /** Such as "A and B are". */
    static String joined(List<String> names) {
        return names.stream().collect(joining(" and ")) + (names.size() == 1 ? " is" : " are");
    }

    private static boolean isBare(String value) {
        return value.equals(value.strip());
    }

    static boolean has(Properties system, String property) {
        return !system.getProperty(property, "").isEmpty();
    }
}
