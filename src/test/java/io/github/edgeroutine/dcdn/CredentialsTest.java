// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aliyuncs.auth.BasicCredentials;
import com.aliyuncs.auth.InstanceProfileCredentials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {

    private final Properties system = new Properties();

    @TempDir
    private Path home;

    @Test
    void fourCharactersOfTheIdAreAllThatIsPrinted() {
        assertEquals(
                "a test, AccessKey id ending in x9Qk",
                Credentials.of("LTAI5tAbCdEfx9Qk", "secret", "", "a test").toString());
        assertEquals(
                "a test, AccessKey id ending in x9Qk, with an STS token",
                Credentials.of("STS.NTAbCdEfx9Qk", "secret", "token", "a test").toString());
        assertEquals(
                "a test", Credentials.of("short-id", "secret", null, "a test").toString());
    }

    @Test
    void anEmptyMachineHasNothingSetUp() {
        assertEquals(List.of(), chain().configured());
        assertEquals(Optional.empty(), chain().find());
    }

    @Test
    void everySourceThatIsSetUpIsNamedInTheOrderOfTheChain() throws IOException {
        system.setProperty("alibabacloud.accessKeyId", "id");
        for (String variable :
                List.of("ACCESS_KEY_ID", "ROLE_ARN", "OIDC_PROVIDER_ARN", "OIDC_TOKEN_FILE", "CREDENTIALS_URI")) {
            system.setProperty("env.ALIBABA_CLOUD_" + variable, "http://127.0.0.1:9");
        }
        touch(".aliyun/config.json");
        touch(".alibabacloud/credentials.ini");

        assertEquals(
                List.of(
                        "system properties alibabacloud.*",
                        "environment variables ALIBABA_CLOUD_ACCESS_KEY_*",
                        "the OIDC role of ALIBABA_CLOUD_ROLE_ARN",
                        "the aliyun CLI's profile in ~/.aliyun/config.json",
                        "the credentials file (ALIBABA_CLOUD_CREDENTIALS_FILE or ~/.alibabacloud/credentials.ini)",
                        "the address in ALIBABA_CLOUD_CREDENTIALS_URI"),
                chain().configured());
    }

    @Test
    void aCliProfileThatIsTurnedOffDoesNotCount() throws IOException {
        touch(".aliyun/config.json");
        system.setProperty("env.ALIBABA_CLOUD_CLI_PROFILE_DISABLED", "true");

        assertEquals(List.of(), chain().configured());
    }

    @Test
    void theWinnerIsToldByItsKeyOrItsKindOrBeingTheOnlyOne() throws IOException {
        system.setProperty("env.ALIBABA_CLOUD_ACCESS_KEY_ID", "LTAI-env");
        touch(".aliyun/config.json");

        assertEquals(
                "environment variables ALIBABA_CLOUD_ACCESS_KEY_*",
                chain().origin(new BasicCredentials("LTAI-env", "secret")));
        assertEquals(
                "the ECS instance role",
                chain().origin(new InstanceProfileCredentials(
                        "STS.id", "secret", "token", "2026-11-24T00:00:00Z", 3600)));
        assertEquals(
                "the aliyun CLI's profile in ~/.aliyun/config.json",
                chain().origin(new BasicCredentials("LTAI-other", "secret")));
    }

    @Test
    void whereSeveralCouldHaveWonAllAreNamed() throws IOException {
        touch(".aliyun/config.json");
        touch(".alibabacloud/credentials.ini");

        String origin = chain().origin(new BasicCredentials("LTAI-other", "secret"));

        assertTrue(origin.matches("the aliyun CLI's profile .* or the credentials file .*"), origin);
    }

    private CredentialsChain chain() {
        system.setProperty("user.home", home.toString());
        return new CredentialsChain(system);
    }

    private void touch(String file) throws IOException {
        Files.createDirectories(home.resolve(file).getParent());
        Files.createFile(home.resolve(file));
    }
}
