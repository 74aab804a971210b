// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.aliyuncs.auth.AlibabaCloudCredentials;
import com.aliyuncs.auth.BasicCredentials;
import com.aliyuncs.auth.BasicSessionCredentials;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** An AccessKey and where it was found. Only the last four characters of its id are printed. */
public final class Credentials {

    private final AlibabaCloudCredentials key;
    private final String origin;

    Credentials(AlibabaCloudCredentials key, String origin) {
        this.key = key;
        this.origin = origin;
    }

    /**
     * @param securityToken the STS token of a temporary key; {@code null} or empty for a permanent key
     * @param origin the place where the key was found, for the log
     * @throws IllegalArgumentException if id or secret is {@code null} or empty
     */
    public static Credentials of(String accessKeyId, String accessKeySecret, String securityToken, String origin) {
        boolean lasting = securityToken == null || securityToken.isEmpty();
        return new Credentials(
                lasting
                        ? new BasicCredentials(accessKeyId, accessKeySecret)
                        : new BasicSessionCredentials(accessKeyId, accessKeySecret, securityToken),
                origin);
    }

    public String origin() {
        return origin;
    }

    AlibabaCloudCredentials key() {
        return key;
    }

    /**
     * An identifier of the account that contains no secret. Keys that reach the same routines should have the same
     * identifier. For a permanent key it is a digest of the id. The id of a temporary key changes, so it is the place
     * where the key was found.
     */
    public String account() {
        if (!securityToken().isEmpty()) {
            return origin;
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(key.getAccessKeyId().getBytes(UTF_8));
            return "key " + HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<String> secrets() {
        return Stream.of(key.getAccessKeyId(), key.getAccessKeySecret(), securityToken())
                .toList();
    }

    private String securityToken() {
        return key instanceof BasicSessionCredentials session && session.getSessionToken() != null
                ? session.getSessionToken()
                : "";
    }

    /** For example "server aliyun in settings.xml, AccessKey id ending in x9Qk, with an STS token". */
    @Override
    public String toString() {
        String id = key.getAccessKeyId();
        // Four characters would reveal too much of a very short id.
        String tail = id.length() < 12 ? "" : ", AccessKey id ending in " + id.substring(id.length() - 4);
        return origin + tail + (securityToken().isEmpty() ? "" : ", with an STS token");
    }
}
