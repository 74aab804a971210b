// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import static io.github.edgeroutine.dcdn.HostileTexts.pick;
import static java.util.stream.Collectors.joining;

import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Bodies of answers that no service should send: random text, random JSON, and damaged real answers. */
public final class HostileBodies {

    /** For all services: refusals, and answers of the object store. */
    private static final List<String> COMMON = List.of(
            "{'RequestId':'1','HostId':'dcdn.aliyuncs.com','Code':'Forbidden.RAM','Message':'no'}",
            "{'code':200}",
            "<Error><Code>AccessDenied</Code><Message>no</Message><RequestId>1</RequestId></Error>");

    private static final List<String> VALUES = Stream.concat(
                    Stream.of(
                            "null true [] {} '' 'LTAI5tOneThatIsNamed' 0 -0 7 1e999999999 -1E-999999999 NaN -Infinity [null,[1],{}] {'':{'':[]}}"
                                    .split(" ")),
                    Stream.of(
                            "7".repeat(400),
                            "'" + "x".repeat(2_000) + "'",
                            "[".repeat(250) + "]".repeat(250),
                            "[" + "{},".repeat(300) + "{}]"))
            .toList();

    private static final List<String> DEEP =
            List.of("[".repeat(100_000), "{'Content':".repeat(80_000), "[".repeat(50_000) + "]".repeat(50_000));

    /** The innermost JSON values. */
    private static final Pattern INNERMOST = Pattern.compile("\"[^\"]*\"(?=[,}\\]])|\\{[^{}]*}|\\[[^\\[\\]]*]");

    private final List<String> real;
    private final List<String> keys;

    /**
     * @param real answers of the service, with apostrophes for quotation marks
     * @param keys of its answers, in addition to those of all services
     */
    public HostileBodies(List<String> real, List<String> keys) {
        this.real = Stream.concat(real.stream(), COMMON.stream()).toList();
        // One is a secret that could be a valid name of an environment or of a revision.
        this.keys = Stream.concat(
                        keys.stream(), Stream.of("RequestId", "Code", "Message", "Url", "code", "LTAI5tOneThatIsNamed"))
                .toList();
    }

    public Arbitrary<String> any() {
        return Arbitraries.frequencyOf(
                Tuple.of(1, Arbitraries.strings().ofMaxLength(400)),
                Tuple.of(1, Arbitraries.randomValue(HostileTexts::any)),
                Tuple.of(3, Arbitraries.randomValue(random -> tree(random, 4))),
                Tuple.of(9, Arbitraries.randomValue(this::goneWrong)));
    }

    private String tree(Random random, int depth) {
        Stream<Integer> branches =
                IntStream.range(0, depth == 0 ? 0 : random.nextInt(4)).boxed();
        return switch (random.nextInt(4)) {
            case 0 -> json(pick(random, VALUES));
            case 1 -> text(random);
            case 2 -> branches.map(any -> tree(random, depth - 1)).collect(joining(",", "[", "]"));
            default -> branches.map(any -> member(random, depth - 1)).collect(joining(",", "{", "}"));
        };
    }

    private String member(Random random, int depth) {
        return "\"" + pick(random, keys) + "\":" + tree(random, depth);
    }

    private String goneWrong(Random random) {
        String body = json(pick(random, real));
        for (int left = random.nextInt(4); left > 0; left--) {
            body = mutated(body, random);
        }
        return random.nextInt(1_000) > 0 ? body : body.replaceFirst("[\"\\[{]", json(pick(random, DEEP)));
    }

    private String mutated(String body, Random random) {
        int at = random.nextInt(body.length() + 1);
        String head = body.substring(0, at);
        String tail = body.substring(at);
        return switch (random.nextInt(10)) {
            case 0 -> head;
            case 1 -> head + json(pick(random, real));
            case 2 -> head + HostileTexts.any(random) + tail;
            case 3 -> head + (char) random.nextInt(128) + tail.substring(Math.min(1, tail.length()));
            case 4, 5 -> {
                int object = body.indexOf('{', at) + 1;
                yield body.substring(0, object) + member(random, 1) + "," + body.substring(object);
            }
            default -> withAnotherValue(body, random);
        };
    }

    private String withAnotherValue(String body, Random random) {
        List<MatchResult> values = INNERMOST.matcher(body).results().toList();
        if (values.isEmpty()) {
            return body;
        }
        MatchResult value = pick(random, values);
        return body.substring(0, value.start()) + tree(random, 1) + body.substring(value.end());
    }

    private static String text(Random random) {
        return new JsonPrimitive(HostileTexts.any(random)).toString();
    }

    private static String json(String readable) {
        return readable.replace('\'', '"');
    }
}
