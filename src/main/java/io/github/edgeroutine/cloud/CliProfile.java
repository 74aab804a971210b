// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import com.google.gson.annotations.SerializedName;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** The profile of the aliyun CLI that the SDK would use, and why the SDK cannot use it. */
public record CliProfile(Properties system) {

    private static final String FILE = "~/.aliyun/config.json";
    private static final String FIT_TO_PRINT = "[\\p{L}\\p{N}_.@-]{1,64}";
    private static final Set<String> STS = Set.of("RamRoleArn", "OIDC", "ChainableRamRoleArn");
    private static final Set<String> OTHERS = Set.of("AK", "StsToken", "EcsRamRole");

    private record Config(String current, List<Profile> profiles) {}

    private record Profile(
            String name,
            String mode,
            @SerializedName("access_key_id") String id,
            @SerializedName("access_key_secret") String secret) {}

    CredentialsSource source() {
        File file = new File(system.getProperty("user.home", ""), ".aliyun/config.json");
        boolean isSetUp =
                !Boolean.parseBoolean(system.getProperty("env.ALIBABA_CLOUD_CLI_PROFILE_DISABLED")) && file.isFile();
        return isSetUp ? read(file) : source(false, Optional.empty(), false);
    }

    private CredentialsSource read(File file) {
        try {
            Config config = new Gson().fromJson(Files.readString(file.toPath()), Config.class);
            return config == null ? flawed(FILE + " is empty") : chosen(config);
        } catch (JsonParseException e) {
            return flawed(FILE + " is not a JSON object with profiles");
        } catch (IOException | IllegalArgumentException e) {
            return flawed(FILE + " cannot be read");
        }
    }

    private CredentialsSource chosen(Config config) {
        String named = system.getProperty("env." + CredentialsSource.PROFILE, "");
        String wanted = named.isEmpty() ? Objects.requireNonNullElse(config.current(), "") : named;
        List<Profile> profiles = Objects.requireNonNullElse(config.profiles(), List.of());
        if (profiles.isEmpty()) {
            return flawed(FILE + " has no profiles");
        }
        return profiles.stream()
                .filter(profile -> profile != null && wanted.equals(profile.name()) && !wanted.isEmpty())
                .findFirst()
                .map(CliProfile::judged)
                .orElseGet(() -> flawed(FILE + " does not contain the profile" + fit(wanted) + " that "
                        + (named.isEmpty() ? "its \"current\"" : CredentialsSource.PROFILE) + " names"));
    }

    private static CredentialsSource judged(Profile profile) {
        String mode = Objects.requireNonNullElse(profile.mode(), "");
        String subject = "Profile" + fit(profile.name()) + " in " + FILE;
        if (!STS.contains(mode) && !OTHERS.contains(mode)) {
            return flawed(subject
                    + (mode.isEmpty()
                            ? " has no mode"
                            : " has mode" + fit(mode) + ", which the Alibaba Cloud SDK does not support"));
        }
        boolean needsKey = !mode.equals("EcsRamRole") && !mode.equals("OIDC") && !mode.equals("ChainableRamRoleArn");
        return needsKey && (isEmpty(profile.id()) || isEmpty(profile.secret()))
                ? flawed(subject + " of mode " + mode + " has no access_key_id or no access_key_secret")
                : source(true, Optional.empty(), STS.contains(mode));
    }

    private static CredentialsSource flawed(String flaw) {
        return source(true, Optional.of(flaw), false);
    }

    private static CredentialsSource source(boolean isSetUp, Optional<String> flaw, boolean asksSts) {
        return CredentialsSource.of("the aliyun CLI's profile in " + FILE, isSetUp, flaw, asksSts);
    }

    /** These values are not secrets, but a damaged file may contain anything. */
    private static String fit(String name) {
        return name.matches(FIT_TO_PRINT) ? " " + name : "";
    }

    private static boolean isEmpty(String text) {
        return text == null || text.isEmpty();
    }
}
