// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Texts that must not be printed unchanged: words, secrets and commands, in any order and with any separators. */
final class HostileTexts {

    private static final List<String> INVISIBLE = List.of(
            " ", "\u0000", "\u001b", "\r\n", "\u0085", "\u2028", "\u202e", "\u200b", "\ud83d", "\\n", "\\u0000");

    private static final List<String> NASTY = Stream.concat(
                    INVISIBLE.stream(),
                    Stream.of(
                            ("\u001b[2K\u001b[1A|\ude00|😀|::error::|##[error]|##vso[task.complete]|##teamcity[x]|:|#|"
                                            + "\"|\\|\\u003a|\\ud800|<Code>|string to sign|Signature=|{|[|]|}|,")
                                    .split("\\|")))
            .toList();

    private HostileTexts() {}

    static String any(Random random) {
        return IntStream.range(0, 1 + random.nextInt(8))
                .mapToObj(part -> switch (random.nextInt(4)) {
                    case 0 -> secret(random);
                    case 1 -> "word ".repeat(random.nextInt(60));
                    default -> pick(random, NASTY);
                })
                .collect(joining());
    }

    private static String secret(Random random) {
        String secret = pick(random, Harmless.SPELLINGS);
        int at = random.nextInt(secret.length());
        return random.nextBoolean() ? secret : secret.substring(0, at) + pick(random, INVISIBLE) + secret.substring(at);
    }

    static <T> T pick(Random random, List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
