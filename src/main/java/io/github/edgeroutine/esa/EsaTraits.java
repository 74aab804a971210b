// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.esa;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.ServiceTraits;
import io.github.edgeroutine.routine.ServiceTraits.Ability;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What ESA is like, as far as it differs from other services. */
public final class EsaTraits {

    private static final String CHINA = "cn-hangzhou";

    /** In the order in which they are published. */
    static final List<Environment> ENVIRONMENTS = List.of(new Environment("staging"), new Environment("production"));

    /** Alibaba Cloud's own deploy skill says so of code. */
    private static final int LARGEST_CODE = 5 * 1024 * 1024;

    /** It says so of static files, each of which must be smaller than 25 MB. */
    private static final int LARGEST_ASSET = 25 * 1024 * 1024 - 1;

    /**
     * How many versions are kept is a matter of the plan: five were seen in the free one, the pages tell of ten and show
     * twenty.
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
     * Where the service is for accounts of that region. The site of the account decides: those of aliyun.com are in
     * cn-hangzhou, accounts of alibabacloud.com need in ap-southeast-1.
     *
     * @throws IllegalArgumentException if it is no name of a region; the message is the rest of a sentence
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
