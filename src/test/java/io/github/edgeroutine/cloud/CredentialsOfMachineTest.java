// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real SDK with a real environment in a separate JVM: the plugin and the SDK agree. */
class CredentialsOfMachineTest {

    private static final String BARE =
            ". Set it to the value only, without blanks, line breaks or quotation" + " marks.";
    private static final String CLI = "the aliyun CLI's profile in ~/.aliyun/config.json";

    private final Map<String, String> environment = new HashMap<>();

    @TempDir
    private Path home;

    @Test
    void aKeyWithALineBreakIsRefusedWithTheNameOfItsVariable() throws Exception {
        set("ACCESS_KEY_ID", "LTAI5tAbCdEfx9Qk");
        set("ACCESS_KEY_SECRET", "s3cret\n");
        assertEquals(
                List.of("The environment variable ALIBABA_CLOUD_ACCESS_KEY_SECRET ends with a line break" + BARE),
                said());
        set("ACCESS_KEY_SECRET", "s3cret");
        set("ACCESS_KEY_ID", "LTAI5tAbCdEfx9Qk\r");
        assertEquals(
                List.of("The environment variable ALIBABA_CLOUD_ACCESS_KEY_ID ends with a line break" + BARE), said());
        set("ACCESS_KEY_ID", "LTAI5tAbCdEfx9Qk");
        set("SECURITY_TOKEN", " token");
        assertEquals(
                List.of("The environment variable ALIBABA_CLOUD_SECURITY_TOKEN contains a blank or an"
                        + " invisible character"
                        + BARE),
                said());
    }

    @Test
    void aKeyWithALineBreakInAProfileIsRefusedWithTheNameOfItsFile() throws Exception {
        profile("{'name':'ci','mode':'AK','access_key_id':'LTAI-other','access_key_secret':'s3cret\\n'}");

        assertEquals(List.of("The AccessKey's secret in " + CLI + " ends with a line break" + BARE), said());
    }

    /** The message names the key that is used, and the source that cannot be used. */
    @Test
    void anIncompletePairIsAWarningIfTheMachineHasAnotherKey() throws Exception {
        profile("{'name':'ci','mode':'AK','access_key_id':'LTAI5tOther1x9Qk','access_key_secret':'s3cret'}");
        set("ACCESS_KEY_ID", "LTAI5tAbCdEfx9Qk");
        set("ACCESS_KEY_SECRET", "");

        assertEquals(
                List.of(
                        CLI + ", AccessKey id ending in x9Qk",
                        "ALIBABA_CLOUD_ACCESS_KEY_ID is set, but ALIBABA_CLOUD_ACCESS_KEY_SECRET is missing or empty"),
                said());
    }

    /** If a profile is selected by name, the SDK ignores the variables. */
    @Test
    void aSelectedProfileTurnsTheVariablesOff() throws Exception {
        profile("{'name':'ci','mode':'AK','access_key_id':'LTAI5tOther1x9Qk','access_key_secret':'s3cret'}");
        set("ACCESS_KEY_ID", "LTAI5tAbCdEfAAAA");
        set("ACCESS_KEY_SECRET", "s3cret");
        set("PROFILE", "ci");

        assertEquals(
                List.of(
                        CLI + ", AccessKey id ending in x9Qk",
                        "The SDK does not read the environment variables ALIBABA_CLOUD_ACCESS_KEY_* while ALIBABA_CLOUD_PROFILE"
                                + " is set"),
                said());
        set("PROFILE", "nosuch");
        assertEquals("none", said().get(0));
        assertEquals(
                "~/.aliyun/config.json does not contain the profile nosuch that ALIBABA_CLOUD_PROFILE names",
                said().get(2));
    }

    @Test
    void theSdkCannotUseAnUnknownModeOfTheCli() throws Exception {
        profile("{'name':'ci','mode':'CloudSSO','access_key_id':'s3cret'}");

        assertEquals(
                List.of(
                        "none",
                        "Profile ci in ~/.aliyun/config.json has mode CloudSSO, which the Alibaba Cloud SDK does not support"),
                said());
    }

    private void set(String variable, String value) {
        environment.put("ALIBABA_CLOUD_" + variable, value);
    }

    private void profile(String profile) throws IOException {
        Files.createDirectories(home.resolve(".aliyun"));
        Files.writeString(
                home.resolve(".aliyun/config.json"),
                ("{'current':'ci','profiles':[" + profile + "]}").replace('\'', '"'));
    }

    private List<String> said() throws Exception {
        return new Forked(home, List.of("-Duser.home=" + home), environment).run(CredentialsRun.class);
    }
}
