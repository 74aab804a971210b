// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * The address of the service: scheme, host and optionally a port. Plain http is allowed only for loopback, because the
 * query of a signed call contains the STS token.
 *
 * @param region that each call names and signs; a service with one address for all regions ignores it
 */
public record Endpoint(URI uri, String region) {

    /** The SDK signs no call without a region. */
    private static final String ANY_REGION = "cn-hangzhou";

    private static final String NO_ADDRESS =
            "is not an address such as https://example.com, without user, path or query";
    private static final String LOOPBACK = "localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[(::1|0:0:0:0:0:0:0:1)]";

    /**
     * @throws IllegalArgumentException if the address is not https (or http on loopback), or has more than a host and a
     *     port
     */
    public Endpoint {
        if (uri.getScheme() == null
                || uri.getHost() == null
                || uri.getPort() > 65535
                || uri.getRawUserInfo() != null
                || uri.getRawQuery() != null
                || uri.getRawFragment() != null
                || !uri.getPath().matches("/?")) {
            throw new IllegalArgumentException(NO_ADDRESS);
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !(scheme.equals("http") && isLoopback(uri))) {
            throw new IllegalArgumentException(
                    "must use https: with http the signed call would be sent in" + " clear text");
        }
    }

    /** For a service that has one address for all regions. */
    public Endpoint(URI uri) {
        this(uri, ANY_REGION);
    }

    /** The same address, for the accounts of that region. */
    public Endpoint in(String other) {
        return new Endpoint(uri, other);
    }

    /**
     * The address of another product for the same accounts. In an address of Alibaba Cloud the first label names the
     * product: {@code ecs.cn-hangzhou.aliyuncs.com} becomes {@code sts.cn-hangzhou.aliyuncs.com}. Any other address
     * serves all products.
     */
    public Endpoint beside(String product) {
        String name = authority().toLowerCase(Locale.ROOT);
        return name.endsWith(".aliyuncs.com")
                ? new Endpoint(
                        URI.create(uri.getScheme() + "://" + product + name.substring(name.indexOf('.'))), region)
                : this;
    }

    /**
     * @param text an address such as {@code https://example.com}
     * @throws IllegalArgumentException like the constructor; the message never contains the text, which may contain a
     *     password
     */
    public static Endpoint parse(String text) {
        try {
            return new Endpoint(new URI(text.strip()));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(NO_ADDRESS);
        }
    }

    /** The host, and the port if there is one. The SDK calls this the domain. */
    String authority() {
        return uri.getRawAuthority();
    }

    private static boolean isLoopback(URI uri) {
        return uri.getHost().toLowerCase(Locale.ROOT).matches(LOOPBACK);
    }

    public boolean isLoopback() {
        return isLoopback(uri);
    }

    boolean isEncrypted() {
        return uri.getScheme().equalsIgnoreCase("https");
    }

    @Override
    public String toString() {
        return uri.getScheme() + "://" + authority();
    }
}
