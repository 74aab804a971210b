// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * Where the service is: scheme, host and perhaps a port. Plain http is for loopback alone, because the query of a
 * signed call carries the STS token.
 *
 * @param region that each call names and signs; a service with one address for all regions ignores it
 */
public record Endpoint(URI uri, String region) {

    /** The SDK signs no call without a region. */
    private static final String ANY_REGION = "cn-hangzhou";

    private static final String NO_ADDRESS =
            "is not an address such as https://example.com, without user, path or query";
    private static final String LOOPBACK = "localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[(::1|0:0:0:0:0:0:0:1)]";

    /** @throws IllegalArgumentException if the address is not https (or http on loopback) with a host and nothing more */
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

    /** Of a service that has one address for all regions. */
    public Endpoint(URI uri) {
        this(uri, ANY_REGION);
    }

    /** The same address, for the accounts of that region. */
    public Endpoint in(String other) {
        return new Endpoint(uri, other);
    }

    /**
     * Where another product is for the same accounts. In the names of Alibaba Cloud the first label is the product: beside
     * {@code ecs.cn-hangzhou.aliyuncs.com} is {@code sts.cn-hangzhou.aliyuncs.com}. Any other address answers for all products.
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
     * @throws IllegalArgumentException as the constructor does; the message never repeats the text, which may hold a password
     */
    public static Endpoint parse(String text) {
        try {
            return new Endpoint(new URI(text.strip()));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(NO_ADDRESS);
        }
    }

    /** The host and, where given, the port, as the SDK wants its domain. */
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
