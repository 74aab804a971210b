// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsTest {

    private static final String CLI = ".aliyun/config.json";
    private static final String INI = ".alibabacloud/credentials.ini";
    private static final String AK_PROFILE =
            "{\"current\":\"ci\",\"profiles\":[{\"name\":\"ci\",\"mode\":\"AK\",\"access_key_id\":\"i\",\"access_key_secret\":\"s\"}]}";
    private static final String INI_OF_A_KEY =
            "[default]\nenable = true\ntype = access_key\naccess_key_id = i\naccess_key_secret = s\n";

    private final Properties system = new Properties();

    @TempDir
    private Path home;

    @Test
    void onlyFourCharactersOfTheIdArePrinted() {
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
    void fourCharactersOfATwelveCharacterIdArePrinted() {
        assertEquals(
                "a test, AccessKey id ending in 9012",
                Credentials.of("123456789012", "secret", "", "a test").toString());
        assertEquals(
                "a test", Credentials.of("12345678901", "secret", "", "a test").toString());
    }

    /** Each temporary key has a different id. */
    @Test
    void theAccountIsThePermanentKeyOrTheSourceOfATemporaryOne() {
        String account =
                Credentials.of("LTAI5tAbCdEfx9Qk", "secret", "", "a test").account();

        assertTrue(account.matches("key [0-9a-f]{12}"), account);
        assertEquals(
                account,
                Credentials.of("LTAI5tAbCdEfx9Qk", "other", null, "elsewhere").account());
        assertEquals(
                "a test",
                Credentials.of("STS.NTAbCdEfx9Qk", "secret", "token", "a test").account());
    }

    @Test
    void idSecretAndTokenAreSecrets() {
        Credentials credentials = Credentials.of("id", "secret", "token", "a test");

        assertEquals(List.of("id", "secret", "token"), credentials.secrets());
        assertEquals("secret", credentials.key().getAccessKeySecret());
    }

    @Test
    void anEmptyMachineHasNothingSetUp() {
        assertEquals(List.of(), chain().configured());
        assertEquals(Optional.empty(), chain().find());
    }

    @Test
    void everySourceThatIsSetUpIsNamedInTheOrderOfTheChain() throws IOException {
        system.setProperty("alibabacloud.accessKeyId", "id");
        system.setProperty("alibabacloud.accessKeySecret", "secret");
        environment("ACCESS_KEY_ID", "id");
        environment("ACCESS_KEY_SECRET", "secret");
        environment("ROLE_ARN", "role");
        environment("OIDC_PROVIDER_ARN", "provider");
        environment("OIDC_TOKEN_FILE", write("token", "x").toString());
        environment("CREDENTIALS_URI", "http://127.0.0.1:9");
        write(CLI, AK_PROFILE);
        write(INI, INI_OF_A_KEY);

        assertEquals(
                List.of(
                        "system properties alibabacloud.*",
                        "environment variables ALIBABA_CLOUD_ACCESS_KEY_*",
                        "the OIDC role of ALIBABA_CLOUD_ROLE_ARN",
                        "the aliyun CLI's profile in ~/.aliyun/config.json",
                        "the credentials file (ALIBABA_CLOUD_CREDENTIALS_FILE or ~/.alibabacloud/credentials.ini)",
                        "the address in ALIBABA_CLOUD_CREDENTIALS_URI"),
                chain().configured());
        assertEquals(List.of(), chain().flaws());
    }

    @Test
    void aCliProfileThatIsTurnedOffDoesNotCount() throws IOException {
        write(CLI, "[]");
        environment("CLI_PROFILE_DISABLED", "true");

        assertEquals(List.of(), chain().configured());
        assertEquals(List.of(), chain().flaws());
    }

    @Test
    void theSourceIsKnownByItsKeyOrItsKindOrIfItIsTheOnlyOne() throws IOException {
        environment("ACCESS_KEY_ID", "LTAI-env");
        write(CLI, AK_PROFILE);

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
    void allPossibleSourcesAreNamed() throws IOException {
        write(CLI, AK_PROFILE);
        write(INI, INI_OF_A_KEY);

        String origin = chain().origin(new BasicCredentials("LTAI-other", "secret"));

        assertTrue(origin.matches("the aliyun CLI's profile .* or the credentials file .*"), origin);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ACCESS_KEY_ID                     | ALIBABA_CLOUD_ACCESS_KEY_ID is set, but ALIBABA_CLOUD_ACCESS_KEY_SECRET is missing or empty",
                "ACCESS_KEY_SECRET                 | ALIBABA_CLOUD_ACCESS_KEY_SECRET is set, but ALIBABA_CLOUD_ACCESS_KEY_ID is missing or empty",
                "ACCESS_KEY_ID SECURITY_TOKEN      | ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_SECURITY_TOKEN are set, but ALIBABA_CLOUD_ACCESS_KEY_SECRET is missing or empty",
                "SECURITY_TOKEN                    | ALIBABA_CLOUD_SECURITY_TOKEN is set, but ALIBABA_CLOUD_ACCESS_KEY_ID and ALIBABA_CLOUD_ACCESS_KEY_SECRET are missing or empty",
                "ROLE_ARN                          | ALIBABA_CLOUD_ROLE_ARN is set, but ALIBABA_CLOUD_OIDC_PROVIDER_ARN and ALIBABA_CLOUD_OIDC_TOKEN_FILE are missing or empty",
                "ROLE_ARN OIDC_PROVIDER_ARN        | ALIBABA_CLOUD_ROLE_ARN and ALIBABA_CLOUD_OIDC_PROVIDER_ARN are set, but ALIBABA_CLOUD_OIDC_TOKEN_FILE is missing or empty",
                "ROLE_ARN OIDC_PROVIDER_ARN OIDC_TOKEN_FILE | ALIBABA_CLOUD_OIDC_TOKEN_FILE names a file that cannot be read",
                "CREDENTIALS_FILE                  | ALIBABA_CLOUD_CREDENTIALS_FILE names a file that does not exist",
                "ACCESS_KEY_ID ACCESS_KEY_SECRET PROFILE | The SDK does not read the environment variables ALIBABA_CLOUD_ACCESS_KEY_* while ALIBABA_CLOUD_PROFILE is set",
            })
    void anIncompleteSourceIsReported(String variables, String flaw) {
        environment("ACCESS_KEY_SECRET", "");
        for (String variable : variables.split(" ")) {
            environment(variable, "/no/such/file");
        }

        assertEquals(List.of(flaw), chain().flaws());
        assertEquals(List.of(), chain().configured());
    }

    @Test
    void aLineBreakAfterARoleIsReported() {
        environment("ROLE_ARN", "acs:ram::1:role/ci\n");
        environment("OIDC_PROVIDER_ARN", "provider");
        environment("OIDC_TOKEN_FILE", "/no/such/file");

        assertEquals(
                List.of("The environment variable ALIBABA_CLOUD_ROLE_ARN has a blank or a line break around its value"),
                chain().flaws());
    }

    @Test
    void anIncompletePairOfSystemPropertiesIsReported() {
        system.setProperty("alibabacloud.accessKeyIdSecret", "secret");

        assertEquals(
                List.of("alibabacloud.accessKeyIdSecret is set, but alibabacloud.accessKeyId is missing or empty"),
                chain().flaws());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``  | ~/.aliyun/config.json is empty",
                "{}  | ~/.aliyun/config.json has no profiles",
                "[]  | ~/.aliyun/config.json is not a JSON object with profiles",
                "{\"current\":\"ci\",\"profi | ~/.aliyun/config.json is not a JSON object with profiles",
                "{\"profiles\":7} | ~/.aliyun/config.json is not a JSON object with profiles",
                "{\"current\":\"ci\",\"profiles\":[]} | ~/.aliyun/config.json has no profiles",
                "{\"current\":\"ci\",\"profiles\":[{\"name\":\"x\"},null]} | ~/.aliyun/config.json does not contain the profile ci that its \"current\" names",
                "{\"profiles\":[{\"name\":\"x\"}]} | ~/.aliyun/config.json does not contain the profile that its \"current\" names",
                "{\"current\":\"ci\",\"profiles\":[{\"name\":\"ci\",\"mode\":\"CloudSSO\"}]} | Profile ci in ~/.aliyun/config.json has mode CloudSSO, which the Alibaba Cloud SDK does not support",
                "{\"current\":\"ci\",\"profiles\":[{\"name\":\"ci\",\"mode\":\"\"}]} | Profile ci in ~/.aliyun/config.json has no mode",
                "{\"current\":\"ci\",\"profiles\":[{\"name\":\"ci\",\"mode\":\"AK\"}]} | Profile ci in"
                        + " ~/.aliyun/config.json of mode AK has no access_key_id or no access_key_secret",
            })
    void aCliProfileThatTheSdkCannotUseIsNamedWithItsFlaw(String config, String flaw) throws IOException {
        write(CLI, config);

        assertEquals(List.of(flaw), chain().flaws());
        assertEquals(Optional.empty(), chain().find());
    }

    @Test
    void aProfileThatOnlyTheVariableNamesIsReportedAsMissing() throws IOException {
        write(CLI, AK_PROFILE);
        environment("PROFILE", "nosuch");

        assertEquals(
                List.of("~/.aliyun/config.json does not contain the profile nosuch that ALIBABA_CLOUD_PROFILE names"),
                chain().flaws());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                         | the section [default] is missing",
                "[]                         | the section [default] is missing",
                "{}                         | the section [default] is missing",
                "[other];enable = true      | the section [default] is missing",
                "[default];type = access_key | the section [default] does not have enable = true",
                "[default];enable = true | the section [default] has no type",
                "[default];enable = true;type = access_key;access_key_id = x | the section [default] has no"
                        + " access_key_id or no access_key_secret",
            })
    void aCredentialsFileThatTheSdkCannotUseIsNamedWithItsFlaw(String lines, String flaw) throws IOException {
        write(INI, lines.replace(';', '\n'));

        assertEquals(
                List.of("In the credentials file (ALIBABA_CLOUD_CREDENTIALS_FILE or ~/.alibabacloud/credentials.ini) "
                        + flaw),
                chain().flaws());
    }

    @Test
    void aDamagedCredentialsFileCannotBeRead() throws IOException {
        write(INI, "[default\nenable");

        assertEquals(
                List.of("The SDK cannot read the credentials file (ALIBABA_CLOUD_CREDENTIALS_FILE or"
                        + " ~/.alibabacloud/credentials.ini)"),
                chain().flaws());
    }

    /** The names in Terraform, in older tools and in other SDKs. */
    @Test
    void variablesOfOtherToolsAreFound() {
        List<String> names = List.of(
                "ACCESS_KEY_ID",
                "ALIBABACLOUD_ACCESS_KEY_ID",
                "ALICLOUD_ACCESS_KEY",
                "ALICLOUD_SECRET_KEY",
                "ALIYUN_ACCESS_KEY_SECRET",
                "OSS_ACCESS_KEY_ID");
        names.forEach(name -> system.setProperty("env." + name, "x"));
        List.of("AWS_ACCESS_KEY_ID", "MY_ACCESS_KEY", "ALIBABA_CLOUD_ACCESS_KEY_ID")
                .forEach(name -> system.setProperty("env." + name, "x"));
        system.setProperty("env.ALIYUN_SECRET_KEY", "");

        assertEquals(names, chain().variablesOfOtherTools());
    }

    @Test
    void onlyFlawsOfEarlierSourcesMatterIfThereIsAKey() throws IOException {
        environment("ACCESS_KEY_ID", "LTAI-env");
        write(CLI, AK_PROFILE);
        environment("CREDENTIALS_FILE", "/no/such/file");

        CredentialsChain chain = chain();

        assertEquals(2, chain.flaws().size());
        assertEquals(
                List.of("ALIBABA_CLOUD_ACCESS_KEY_ID is set, but ALIBABA_CLOUD_ACCESS_KEY_SECRET is missing or empty"),
                chain.flawsBefore(Credentials.of(
                        "LTAI-other", "secret", null, chain.origin(new BasicCredentials("LTAI-other", "secret")))));
    }

    @ParameterizedTest
    @CsvSource({
        "secret\\n, ends with a line break",
        "id\\r, ends with a line break",
        "\\n, ends with a line break",
        "' secret', contains a blank or an invisible character",
        "sec ret, contains a blank or an invisible character",
        "secret\\u200b, contains a blank or an invisible character",
        "\\ufeffsecret, contains a blank or an invisible character",
        "\"secret\", is in quotation marks",
        "'', is empty"
    })
    void charactersAroundAKeyAreAFlaw(String text, String flaw) {
        String given = text.replace("\\n", "\n")
                .replace("\\r", "\r")
                .replace("\\u200b", "\u200b")
                .replace("\\ufeff", "\ufeff");

        assertEquals(Optional.of(flaw), new KeyText(given).flaw());
    }

    @Test
    void aValidKeyHasNoFlaw() {
        assertEquals(Optional.empty(), new KeyText("CAIS/tok+en%/==").flaw());
    }

    private CredentialsChain chain() {
        system.setProperty("user.home", home.toString());
        return new CredentialsChain(system);
    }

    private void environment(String variable, String value) {
        system.setProperty("env.ALIBABA_CLOUD_" + variable, value);
    }

    private Path write(String file, String text) throws IOException {
        Files.createDirectories(home.resolve(file).getParent());
        return Files.writeString(home.resolve(file), text);
    }
}
