// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import static java.util.stream.Collectors.joining;

import com.aliyuncs.auth.AlibabaCloudCredentials;
import com.aliyuncs.auth.DefaultCredentialsProvider;
import com.aliyuncs.auth.InstanceProfileCredentials;
import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.utils.ParameterHelper;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The SDK's default provider chain. The SDK does not say which provider it used, or why a provider failed. This class
 * finds it out from the configuration.
 */
public final class CredentialsChain {

    private static final String ECS = "the ECS instance role";

    /** Names that other tools and older tools use for the same values. */
    private static final Pattern OTHER_TOOLS =
            Pattern.compile("(?i)env\\.((?:ALI(?:CLOUD|YUN|BABACLOUD|BABA_CLOUD|BABA)?_|OSS_)?"
                    + "(?:ACCESS_?KEY(?:_?ID|_?SECRET)?|SECRET_?(?:ACCESS_?)?KEY|ACCESS_?SECRET))");

    private final Properties system;
    private final List<CredentialsSource> sources;

    /** @param system the JVM's properties, with the environment variables as {@code env.NAME}, as in Maven's session */
    public CredentialsChain(Properties system) {
        this.system = system;
        this.sources = List.of(
                CredentialsSource.systemProperties(system),
                CredentialsSource.environmentVariables(system),
                CredentialsSource.oidcRole(system),
                new CliProfile(system).source(),
                new CredentialsFile(system).source(),
                CredentialsSource.uri(system));
    }

    /**
     * Asks the chain, which may read files and call STS, a credentials URI or the ECS metadata service.
     *
     * @return empty if no provider had credentials; {@link #configured()} and {@link #flaws()} then give details. The
     *     SDK's own messages are not used, because they may contain the credentials
     * @throws IllegalArgumentException if a source is configured incorrectly; the message is a sentence
     */
    public Optional<Credentials> find() {
        requireTimeThatStsReads();
        AlibabaCloudCredentials key;
        try {
            key = new DefaultCredentialsProvider().getCredentials();
        } catch (ClientException | IllegalArgumentException e) {
            return Optional.empty();
        }
        Credentials found = new Credentials(key, origin(key));
        requireUsable(found, parts(key));
        return Optional.of(found);
    }

    /**
     * The SDK signs its own calls with the calendar and the digits of the JVM's locale. The plugin cannot change that.
     */
    private void requireTimeThatStsReads() {
        Optional<CredentialsSource> first =
                sources.stream().filter(CredentialsSource::isUsable).findFirst();
        boolean isReadable = ParameterHelper.getISO8601Time(new Date(0)).equals("1970-01-01T00:00:00Z");
        if (!isReadable && first.filter(CredentialsSource::asksSts).isPresent()) {
            throw new IllegalArgumentException("The Alibaba Cloud SDK would ask STS for the key of "
                    + first.get().name() + ", but writes the time in a form that STS cannot read, because"
                    + " this JVM has the locale "
                    + Locale.getDefault(Locale.Category.FORMAT).toLanguageTag()
                    + ". Add -Duser.language=en to MAVEN_OPTS, or use another source of credentials.");
        }
    }

    private static void requireUsable(Credentials found, List<String> parts) {
        List<String> texts = found.secrets();
        IntStream.range(0, texts.size())
                .filter(part -> part < 2 || !texts.get(part).isEmpty())
                .forEach(part -> new KeyText(texts.get(part)).flaw().ifPresent(flaw -> {
                    throw new IllegalArgumentException(parts.get(part) + " " + flaw
                            + ". Set it to the value only, without blanks, line" + " breaks or quotation marks.");
                }));
    }

    /** Whether a usable source is configured. The role of an ECS instance counts if a variable names it. */
    public boolean isSetUp() {
        return !configured().isEmpty() || CredentialsSource.has(system, "env.ALIBABA_CLOUD_ECS_METADATA");
    }

    /** The usable sources of this machine, in the order of the chain, safe to print. */
    public List<String> configured() {
        return sources.stream()
                .filter(CredentialsSource::isUsable)
                .map(CredentialsSource::name)
                .toList();
    }

    /** Why sources that are configured, at least in part, cannot be used. Sentences without a full stop. */
    public List<String> flaws() {
        return sources.stream().flatMap(source -> source.flaw().stream()).toList();
    }

    /** The flaws of sources that the chain asks before the source of these credentials. */
    public List<String> flawsBefore(Credentials found) {
        return sources.stream()
                .takeWhile(source -> !found.origin().contains(source.name()))
                .flatMap(source -> source.flaw().stream())
                .toList();
    }

    /** Environment variables that contain a key for other tools, but not for this plugin. */
    public List<String> variablesOfOtherTools() {
        return system.stringPropertyNames().stream()
                .sorted()
                .map(OTHER_TOOLS::matcher)
                .filter(name -> name.matches() && CredentialsSource.has(system, name.group()))
                .map(name -> name.group(1))
                .filter(name -> !name.matches("ALIBABA_CLOUD_ACCESS_KEY_(ID|SECRET)"))
                .toList();
    }

    String origin(AlibabaCloudCredentials key) {
        return winners(key).stream().map(CredentialsSource::name).collect(joining(" or "));
    }

    private List<String> parts(AlibabaCloudCredentials key) {
        return winners(key).get(0).parts();
    }

    /** The source of the key; several if the SDK does not say which one it was. */
    private List<CredentialsSource> winners(AlibabaCloudCredentials key) {
        if (key.getAccessKeyId().equals(system.getProperty("alibabacloud.accessKeyId"))) {
            return sources.subList(0, 1);
        }
        if (key.getAccessKeyId().equals(system.getProperty("env.ALIBABA_CLOUD_ACCESS_KEY_ID"))) {
            return sources.subList(1, 2);
        }
        CredentialsSource ecs = CredentialsSource.of(ECS, true, Optional.empty(), false);
        List<CredentialsSource> others =
                sources.stream().skip(2).filter(CredentialsSource::isUsable).toList();
        return key instanceof InstanceProfileCredentials || others.isEmpty() ? List.of(ecs) : others;
    }
}
