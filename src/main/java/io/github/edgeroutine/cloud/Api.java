// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.cloud;

import java.util.Locale;

/**
 * An RPC product of Alibaba Cloud, in one version of its API.
 *
 * @param product as written in its documents, such as "CDN"
 * @param version such as "2018-05-10"
 * @param errors the error codes that only this product has
 */
public record Api(String product, String version, ServiceErrors errors) {

    /** The action that a RAM policy grants, such as {@code cdn:StopCdnDomain}. */
    public String permission(String action) {
        return product.toLowerCase(Locale.ROOT) + ":" + action;
    }
}
