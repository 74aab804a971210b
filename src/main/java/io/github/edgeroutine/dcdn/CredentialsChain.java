// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import static java.util.stream.Collectors.joining;

import com.aliyuncs.auth.AlibabaCloudCredentials;
import com.aliyuncs.auth.DefaultCredentialsProvider;
import com.aliyuncs.auth.InstanceProfileCredentials;
import com.aliyuncs.exceptions.ClientException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The SDK's default provider chain. The SDK does not tell which of its providers won, so this works it out from what is
 * configured.
 */
public final class CredentialsChain {

    private static final String SYSTEM_PROPERTIES = "system properties alibabacloud.*";
    private static final String ENVIRONMENT_VARIABLES = "environment variables ALIBABA_CLOUD_ACCESS_KEY_*";

    private final Properties system;

    /** @param system the JVM's properties, with the environment as {@code env.NAME}, the way Maven's session has them */
    public CredentialsChain(Properties system) {
        this.system = system;
    }

    /**
     * Asks the chain, which may read files and call STS, a credentials URI or the ECS metadata service.
     *
     * @return empty if no provider had credentials; {@link #configured()} then says which were expected to have some.
     *     Why they failed is not passed on: the SDK's texts may quote the credentials themselves
     */
    public Optional<Credentials> find() {
        try {
            AlibabaCloudCredentials key = new DefaultCredentialsProvider().getCredentials();
            return Optional.of(new Credentials(key, origin(key)));
        } catch (ClientException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The sources of the chain for which this machine is set up, in the chain's order, fit to print. */
    public List<String> configured() {
        return Stream.concat(
                        Stream.of(
                                has("alibabacloud.accessKeyId") ? SYSTEM_PROPERTIES : "",
                                has("env.ALIBABA_CLOUD_ACCESS_KEY_ID") ? ENVIRONMENT_VARIABLES : ""),
                        beyondPlainKeys())
                .filter(source -> !source.isEmpty())
                .toList();
    }

    private Stream<String> beyondPlainKeys() {
        boolean oidc = has("env.ALIBABA_CLOUD_ROLE_ARN")
                && has("env.ALIBABA_CLOUD_OIDC_PROVIDER_ARN")
                && has("env.ALIBABA_CLOUD_OIDC_TOKEN_FILE");
        boolean cli = !Boolean.parseBoolean(system.getProperty("env.ALIBABA_CLOUD_CLI_PROFILE_DISABLED"))
                && exists(inHome(".aliyun/config.json"));
        String namedIni = system.getProperty("env.ALIBABA_CLOUD_CREDENTIALS_FILE", "");
        boolean ini = exists(namedIni.isEmpty() ? inHome(".alibabacloud/credentials.ini") : Path.of(namedIni));
        return Stream.of(
                oidc ? "the OIDC role of ALIBABA_CLOUD_ROLE_ARN" : "",
                cli ? "the aliyun CLI's profile in ~/.aliyun/config.json" : "",
                ini ? "the credentials file (ALIBABA_CLOUD_CREDENTIALS_FILE or ~/.alibabacloud/credentials.ini)" : "",
                has("env.ALIBABA_CLOUD_CREDENTIALS_URI") ? "the address in ALIBABA_CLOUD_CREDENTIALS_URI" : "");
    }

    String origin(AlibabaCloudCredentials key) {
        if (key.getAccessKeyId().equals(system.getProperty("alibabacloud.accessKeyId"))) {
            return SYSTEM_PROPERTIES;
        }
        if (key.getAccessKeyId().equals(system.getProperty("env.ALIBABA_CLOUD_ACCESS_KEY_ID"))) {
            return ENVIRONMENT_VARIABLES;
        }
        if (key instanceof InstanceProfileCredentials) {
            return "the ECS instance role";
        }
        return beyondPlainKeys().filter(source -> !source.isEmpty()).collect(joining(" or "));
    }

    private Path inHome(String file) {
        return Path.of(system.getProperty("user.home", ""), file);
    }

    private static boolean exists(Path file) {
        return Files.isRegularFile(file);
    }

    private boolean has(String property) {
        return !system.getProperty(property, "").isEmpty();
    }
}
