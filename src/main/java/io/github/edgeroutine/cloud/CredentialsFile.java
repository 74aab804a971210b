// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import com.aliyuncs.utils.ProfileUtils;
import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** The SDK's own credentials file, and why the SDK cannot use it. */
public record CredentialsFile(Properties system) {

    private static final String VARIABLE = "ALIBABA_CLOUD_CREDENTIALS_FILE";
    private static final String NAME = "the credentials file (" + VARIABLE + " or ~/.alibabacloud/credentials.ini)";
    private static final Set<String> WITHOUT_KEY = Set.of("oidc_role_arn", "rsa_key_pair", "ecs_ram_role");
    private static final Set<String> STS = Set.of("ram_role_arn", "oidc_role_arn", "rsa_key_pair");

    CredentialsSource source() {
        String named = system.getProperty("env." + VARIABLE, "");
        File file = named.isEmpty()
                ? new File(system.getProperty("user.home", ""), ".alibabacloud/credentials.ini")
                : new File(named);
        if (!file.isFile()) {
            return named.isEmpty()
                    ? CredentialsSource.of(NAME, false, Optional.empty(), false)
                    : flawed(VARIABLE + " names a file that does not exist");
        }
        try {
            return judged(ProfileUtils.parseFile(file.getPath()));
        } catch (IOException | RuntimeException e) {
            return flawed("The SDK cannot read " + NAME);
        }
    }

    private CredentialsSource judged(Map<String, Map<String, String>> sections) {
        String profile = system.getProperty("env." + CredentialsSource.PROFILE, "default");
        Map<String, String> section = sections.get(profile);
        String which = profile.equals("default") ? " [default]" : " that " + CredentialsSource.PROFILE + " names";
        if (section == null) {
            return flawed("In " + NAME + " the section" + which + " is missing");
        }
        if (!Boolean.parseBoolean(section.get("enable"))) {
            return flawed("In " + NAME + " the section" + which + " does not have enable = true");
        }
        if (isEmpty(section, "type")) {
            return flawed("In " + NAME + " the section" + which + " has no type");
        }
        String type = section.get("type");
        if (!WITHOUT_KEY.contains(type)
                && (isEmpty(section, "access_key_id") || isEmpty(section, "access_key_secret"))) {
            return flawed("In " + NAME + " the section" + which + " has no access_key_id or no" + " access_key_secret");
        }
        return CredentialsSource.of(NAME, true, Optional.empty(), STS.contains(type));
    }

    private static boolean isEmpty(Map<String, String> section, String key) {
        return section.get(key) == null || section.get(key).isEmpty();
    }

    private static CredentialsSource flawed(String flaw) {
        return CredentialsSource.of(NAME, true, Optional.of(flaw), false);
    }
}
