// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.github.edgeroutine.http.HttpProxy;
import io.github.edgeroutine.http.Proxies;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which proxy is chosen for which host. Failed decryption is tested in {@link PublishMojoTest}. */
class MavenProxiesTest {

    private static final String SERVICE = "dcdn.aliyuncs.com";

    private final Settings settings = new Settings();
    private final Properties system = new Properties();

    @Test
    void theProxyForHttpsIsPreferredToTheOneForHttp() throws MojoFailureException {
        proxy("for-http", "http");
        proxy("for-ftp", "ftp");
        proxy("for-https", "https");

        assertEquals("for-https:3128 (proxy for-https in settings.xml)", to(SERVICE));
    }

    @Test
    void theFirstActiveProxyForHttpIsUsed() throws MojoFailureException {
        proxy("idle", "https").setActive(false);
        proxy("for-ftp", "ftp");
        proxy("for-http", "HTTP");
        proxy("later", "http");

        assertEquals("for-http:3128 (proxy for-http in settings.xml)", to(SERVICE));
    }

    @Test
    void settingsComeBeforeTheEnvironmentAlsoIfTheyExcludeTheHost() throws MojoFailureException {
        proxy("corp", "http").setNonProxyHosts(SERVICE);
        environment("https_proxy", "http://other:3128");

        assertEquals("", to(SERVICE));
        assertEquals("corp:3128 (proxy corp in settings.xml)", to("bucket.oss-cn-hangzhou.aliyuncs.com"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "dcdn.aliyuncs.com                    ; true",
                "DCDN.AliYunCS.com                    ; true",
                "localhost|*.aliyuncs.com|127.*       ; true",
                "localhost | dcdn.* | 127.*           ; true",
                "*                                    ; true",
                "dcdn*com                             ; true",
                "''                                   ; false",
                "aliyuncs.com                         ; false",
                ".aliyuncs.com                        ; false",
                "dcdn.aliyuncs                        ; false",
                "dcdnXaliyuncs.com|dcdn-aliyuncs.com  ; false",
                "localhost,*.aliyuncs.com             ; false",
                "d[c]dn.aliyuncs.com                  ; false",
            })
    void nonProxyHostsMatchWholeNamesWithAsterisks(String names, boolean excepted) throws MojoFailureException {
        proxy("corp", "http").setNonProxyHosts(names);

        assertEquals(excepted, to(SERVICE).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "dcdn.aliyuncs.com              ; true",
                "DCDN.aliyuncs.COM              ; true",
                "aliyuncs.com                   ; true",
                ".aliyuncs.com                  ; true",
                "*.aliyuncs.com                 ; true",
                "localhost, .aliyuncs.com , x   ; true",
                "localhost com                  ; true",
                "*                              ; true",
                "''                             ; false",
                "','                            ; false",
                "yuncs.com                      ; false",
                "dcdn                           ; false",
                "x.dcdn.aliyuncs.com            ; false",
            })
    void noProxyContainsDomainsAndMatchesTheirHosts(String domains, boolean excepted) throws MojoFailureException {
        environment("HTTPS_PROXY", "http://corp:3128");
        environment("NO_PROXY", domains);

        assertEquals(excepted, to(SERVICE).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "https_proxy, HTTPS_PROXY",
        "HTTPS_PROXY, all_proxy",
        "HTTPS_PROXY, ALL_PROXY",
        "all_proxy, ALL_PROXY",
        "ALL_PROXY, http_proxy",
        "ALL_PROXY, HTTP_PROXY"
    })
    void theVariablesHaveAnOrder(String first, String second) throws MojoFailureException {
        environment(first, "one:3128");
        environment(second, "another:3128");

        assertEquals("one:3128 (environment variable " + first + ")", to(SERVICE));
    }

    @Test
    void anEmptyVariableIsIgnored() throws MojoFailureException {
        environment("https_proxy", "");
        environment("HTTPS_PROXY", "corp:3128");
        environment("no_proxy", "");
        environment("NO_PROXY", "corp.example");

        assertEquals("corp:3128 (environment variable HTTPS_PROXY)", to(SERVICE));
        assertEquals("", to("git.corp.example"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "corp:3128 corp '' ''",
                "http://corp:3128 corp '' ''",
                "HTTP://corp.example:80/ corp.example '' ''",
                "http://10.0.0.1:8080 10.0.0.1 '' ''",
                "http://[::1]:8080 [::1] '' ''",
                "bob@corp:3128 corp bob ''",
                "http://bob:pass@corp:3128 corp bob pass",
                "http://bob:p%40ss%3A+%2F%25@corp:3128 corp bob p@ss:+/%",
                "http://bob:p@ss:/word@corp:3128 corp bob p@ss:/word",
                "http://corp%5Cbob:pass@corp:3128 corp corp\\bob pass",
            })
    void aVariableContainsHostPortUserAndPassword(String value, String host, String user, String password)
            throws MojoFailureException {
        environment("HTTPS_PROXY", value);

        HttpProxy proxy = find().to(URI.create("https://" + SERVICE)).orElseThrow();

        assertEquals(List.of(host, user, password), List.of(proxy.host(), proxy.user(), proxy.password()));
        assertFalse(proxy.toString().contains("pass"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "corp",
                "http://corp",
                "https://bob:secret@corp:3128",
                "socks5://bob:secret@corp:1080",
                "http://bob:secret@corp:3128/path",
                "http://bob:secret@corp:port",
                "http://bob:secret@:3128",
                "http://"
            })
    void anInvalidProxyIsRefusedAndNotPrinted(String value) {
        environment("all_proxy", value);

        assertEquals(
                "The environment variable all_proxy cannot be used: it is not an address such as http://host:port or"
                        + " http://user:password@host:port.",
                assertThrows(MojoFailureException.class, this::find).getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "http://bob:se%cret@corp:3128, has a percent sign in its user or password that is not part of an escape"
                + " such as %40",
        "http://bob%3Aby:secret@corp:3128, 'has a colon in its user, which is not allowed'",
        "http://bob:secret@corp:99999, has no valid port (1 to 65535)",
        "http://bob:secret@corp:0, has no valid port (1 to 65535)",
        "http://bob:secret@co rp:3128, has no valid host"
    })
    void aMalformedPartIsNamed(String value, String flaw) {
        environment("all_proxy", value);

        assertEquals(
                "The environment variable all_proxy cannot be used: it " + flaw + ".",
                assertThrows(MojoFailureException.class, this::find).getMessage());
    }

    @Test
    void withoutAnotherProxyTheOneOfTheJvmIsUsed() throws MojoFailureException {
        ProxySelector usual = ProxySelector.getDefault();
        try {
            ProxySelector.setDefault(new ProxySelector() {
                @Override
                public List<java.net.Proxy> select(URI uri) {
                    return List.of(
                            uri.getHost().equals(SERVICE)
                                    ? new java.net.Proxy(
                                            java.net.Proxy.Type.HTTP, InetSocketAddress.createUnresolved("corp", 3128))
                                    : java.net.Proxy.NO_PROXY);
                }

                @Override
                public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
            });

            assertEquals("corp:3128 (the JVM options, such as https.proxyHost)", to(SERVICE));
            assertEquals("", to("localhost"));
        } finally {
            ProxySelector.setDefault(usual);
        }
    }

    private Proxy proxy(String id, String protocol) {
        Proxy proxy = new Proxy();
        proxy.setId(id);
        proxy.setProtocol(protocol);
        proxy.setHost(id);
        proxy.setPort(3128);
        settings.addProxy(proxy);
        return proxy;
    }

    /** Some proxies accept a token as the user. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://s3cretToken@corp:3128",
                "http://s3cretToken:s3cretpw@corp:3128",
                "http://:s3cretpw@corp:3128"
            })
    void userAndPasswordAreNotPrinted(String value) throws MojoFailureException {
        environment("https_proxy", value);

        String printed = to(SERVICE);

        assertTrue(printed.matches("corp:3128 \\(environment variable https_proxy(, with a user)?\\)"), printed);
    }

    private void environment(String variable, String value) {
        system.setProperty("env." + variable, value);
    }

    /** The proxy as in the log. Empty without a proxy. */
    private String to(String host) throws MojoFailureException {
        return find().to(URI.create("https://" + host)).map(HttpProxy::toString).orElse("");
    }

    private Proxies find() throws MojoFailureException {
        MavenSession session = mock(MavenSession.class);
        when(session.getSettings()).thenReturn(settings);
        when(session.getSystemProperties()).thenReturn(system);
        return new MavenProxies(session, request -> {
                    SettingsDecryptionResult result = mock(SettingsDecryptionResult.class);
                    when(result.getProxy()).thenReturn(request.getProxies().get(0));
                    return result;
                })
                .find();
    }
}
