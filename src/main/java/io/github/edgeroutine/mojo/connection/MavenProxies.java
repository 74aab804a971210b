// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.connection;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.edgeroutine.http.HttpProxy;
import io.github.edgeroutine.http.Proxies;
import java.net.URLDecoder;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * Finds the proxy of a build: the active one of settings.xml, otherwise that of the environment, otherwise the JVM's
 * own.
 */
public final class MavenProxies {

    /** A password may contain any character, so the last at sign ends it. */
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)(?:http://)?(?!\\w+://)(?:(?<user>[^:]*?)(?::(?<password>.*))?@)?(?<host>[^@/]+):(?<port>\\d{1,5})/?");

    private final MavenSession session;
    private final SettingsDecrypter decrypter;

    public MavenProxies(MavenSession session, SettingsDecrypter decrypter) {
        this.session = session;
        this.decrypter = decrypter;
    }

    /** @throws MojoFailureException if the proxy cannot be used */
    public Proxies find() throws MojoFailureException {
        Optional<Proxy> active = active("https").or(() -> active("http"));
        if (active.isPresent()) {
            HttpProxy proxy = of(active.get());
            Pattern excepted = nonProxyHosts(active.get().getNonProxyHosts());
            return target -> Optional.of(proxy)
                    .filter(p -> !excepted.matcher(target.getHost()).matches());
        }
        Optional<String> variable = Stream.of("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
                .filter(name -> !variable(name).isEmpty())
                .findFirst();
        if (variable.isPresent()) {
            HttpProxy proxy = of(variable.get());
            String excepted = Stream.of("no_proxy", "NO_PROXY")
                    .map(this::variable)
                    .filter(value -> !value.isEmpty())
                    .findFirst()
                    .orElse("");
            return target -> Optional.of(proxy).filter(p -> !noProxy(excepted, target.getHost()));
        }
        return HttpProxy::ofJvm;
    }

    /** The service is called by https. As in Maven, a proxy for http is used for https too. */
    private Optional<Proxy> active(String protocol) {
        return session.getSettings().getProxies().stream()
                .filter(proxy -> proxy.isActive() && protocol.equalsIgnoreCase(proxy.getProtocol()))
                .findFirst();
    }

    private HttpProxy of(Proxy encrypted) throws MojoFailureException {
        String owner = "Proxy " + encrypted.getId();
        Placeholder.refuse(owner, "host", encrypted.getHost());
        Placeholder.refuse(owner, "username", encrypted.getUsername());
        Placeholder.refuse(owner, "password", encrypted.getPassword());
        Proxy proxy = new Decryption(decrypter).of(encrypted);
        String origin = "proxy " + proxy.getId() + " in settings.xml";
        try {
            return new HttpProxy(
                    text(proxy.getHost()),
                    proxy.getPort(),
                    text(proxy.getUsername()),
                    text(proxy.getPassword()),
                    origin);
        } catch (IllegalArgumentException e) {
            throw unusable(origin, e.getMessage());
        }
    }

    private HttpProxy of(String variable) throws MojoFailureException {
        String origin = "environment variable " + variable;
        Matcher address = ADDRESS.matcher(variable(variable));
        if (!address.matches()) {
            throw unusable(origin, "is not an address such as http://host:port or http://user:password@host:port");
        }
        try {
            return new HttpProxy(
                    address.group("host"),
                    Integer.parseInt(address.group("port")),
                    decoded(address.group("user")),
                    decoded(address.group("password")),
                    origin);
        } catch (IllegalArgumentException e) {
            throw unusable(origin, e.getMessage());
        }
    }

    private String variable(String name) {
        Properties system = session.getSystemProperties();
        return system.getProperty("env." + name, "").strip();
    }

    /** Names separated by vertical bars. An asterisk matches any part of a name. */
    private static Pattern nonProxyHosts(String names) {
        return Pattern.compile(
                Stream.of(text(names).split("\\|"))
                        .map(name -> Stream.of(name.strip().split("\\*", -1))
                                .map(Pattern::quote)
                                .collect(Collectors.joining(".*")))
                        .collect(Collectors.joining("|")),
                Pattern.CASE_INSENSITIVE);
    }

    /**
     * Domains separated by commas. Each also matches its hosts. A leading dot is optional. An asterisk matches every
     * host.
     */
    private static boolean noProxy(String domains, String host) {
        return Stream.of(domains.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .map(domain -> domain.replaceFirst("^\\*?\\.", ""))
                .filter(domain -> !domain.isEmpty())
                .anyMatch(domain -> domain.equals("*") || ("." + host.toLowerCase(Locale.ROOT)).endsWith("." + domain));
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(text(part).replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "has a percent sign in its user or password that is not part of an escape such as %40");
        }
    }

    private static String text(String given) {
        return Objects.requireNonNullElse(given, "").strip();
    }

    /** Leaves out the value, because it may contain a password. */
    private static MojoFailureException unusable(String origin, String flaw) {
        return new MojoFailureException("The " + origin + " cannot be used: it " + flaw + ".");
    }
}
