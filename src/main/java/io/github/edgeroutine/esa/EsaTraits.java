// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.esa;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.ServiceTraits;
import io.github.edgeroutine.routine.ServiceTraits.Ability;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The properties of ESA that other services do not share. */
public final class EsaTraits {

    private static final String CHINA = "cn-hangzhou";

    /** In the order in which they are published. */
    static final List<Environment> ENVIRONMENTS = List.of(new Environment("staging"), new Environment("production"));

    /** The limit in Alibaba Cloud's own deploy skill. */
    private static final int LARGEST_CODE = 5 * 1024 * 1024;

    /** The same skill says that each static file must be smaller than 25 MB. */
    private static final int LARGEST_ASSET = 25 * 1024 * 1024 - 1;

    /**
     * The plan decides how many versions are kept. The free plan was seen with five. The documents mention ten, and
     * show twenty.
     */
    public static final ServiceTraits TRAITS = new ServiceTraits(
            "the ESA console",
            endpoint(CHINA),
            ENVIRONMENTS,
            OptionalInt.empty(),
            3,
            OptionalInt.of(LARGEST_CODE),
            OptionalInt.of(LARGEST_ASSET),
            Optional.of("The plan of the account limits the CPU time of the code. To connect hosts to a"
                    + " routine, use the records and routes of a site in the ESA console."),
            Set.of(Ability.SPLIT_TRAFFIC, Ability.VARIABLES, Ability.MODULES));

    private EsaTraits() {}

    /**
     * The address of the service for accounts of that region. The site of the account decides: aliyun.com needs
     * cn-hangzhou, alibabacloud.com needs ap-southeast-1.
     *
     * @throws IllegalArgumentException if it is not a name of a region; the message is the rest of a sentence
     */
    public static String endpoint(String region) {
        if (!region.matches("[a-z]{2,9}(-[a-z0-9]{1,20}){1,4}")) {
            throw new IllegalArgumentException("is '" + region
                    + "', but must be a region: cn-hangzhou for an account of aliyun.com, ap-southeast-1 for"
                    + " an account of alibabacloud.com");
        }
        return "https://esa." + region + ".aliyuncs.com";
    }
}
