// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.dcdn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.edgeroutine.cloud.AnswerReader;
import io.github.edgeroutine.cloud.Endpoint;
import io.github.edgeroutine.cloud.ObjectStore;
import io.github.edgeroutine.cloud.RpcAnswer;
import io.github.edgeroutine.cloud.RpcOperation;
import io.github.edgeroutine.cloud.UploadForm;
import io.github.edgeroutine.cloud.text.JsonText;
import io.github.edgeroutine.cloud.text.UntrustedText;
import io.github.edgeroutine.http.Answer;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.Setting;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** Every answer gives a value or a failure of the plugin, and no printed text of it can do harm. */
class HostileAnswersTest {

    private static final RpcOperation<RpcAnswer> OPERATION =
            RpcOperation.write("PublishRoutineCodeRevision", Map.of(), answer -> answer);

    private static final List<String> REAL = List.of(
            "{'RequestId':'A513734D','Content':{'Envs':['staging','production'],'EnvConf':{'staging':{'SpecName':'50ms',"
                    + "'CodeRev':'1620876959997924701','AllowedHosts':['a.example']}},'CodeRevs':[{'CodeRevision':"
                    + "'1620876959997924701','CodeDescription':'SGVsbG8=','CreationTime':'2021-05-31T13:20:14Z'}]}}",
            "{'RequestId':'1','Content':{'Subdomains':[],'Routines':[{'RoutineName':'hello'}]}}",
            "{'RequestId':'1','Content':{'ErCode':'YWRkRXZlbnRMaXN0ZW5lcg=='}}",
            "{'RequestId':'1','Content':{'CodeRevision':'1620876959997924701'}}",
            "{'RequestId':'1','Content':'1620876959997924701'}",
            "{'RequestId':'1','Content':{'OssPostConfig':{'OSSAccessKeyId':'k','Signature':'s','policy':'p','key':'k',"
                    + "'Url':'https://oss.aliyuncs.com'}}}");

    private static final List<String> KEYS = List.of(("Content Envs EnvConf CodeRevs CodeRev SpecName AllowedHosts"
                    + " CodeRevision CodeDescription CreationTime Routines RoutineName ErCode OssPostConfig staging")
            .split(" "));

    private static final AtomicInteger INPUTS = new AtomicInteger();
    private static final AtomicInteger READ = new AtomicInteger();

    /** The limit for one quoted text. */
    private static final int QUOTE = 301;
    /** The limit for a sentence with a few quotes. */
    private static final int SENTENCE = 1_200;

    private final UntrustedText untrusted = new UntrustedText(Harmless.SECRETS);
    private final ObjectStore store =
            new ObjectStore(DcdnRoutines.API, Endpoint.parse("http://127.0.0.1:1"), WireFixture.network(1), untrusted);

    @FunctionalInterface
    private interface Reading {
        void run() throws CallFailedException;
    }

    @AfterContainer
    static void tellHowMuchWasTried() {
        System.out.println("Fuzzed answers: " + INPUTS + " inputs, " + READ + " of their readings gave a value");
    }

    @Property(tries = 16_000)
    void anAnswerGivesAValueOrAFailureOfThePlugin(
            @ForAll("bodies") String body, @ForAll("statuses") int status, @ForAll boolean isCalledBack) {
        INPUTS.incrementAndGet();
        Answer answer = new Answer(status, body);
        read(() -> publish(new AnswerReader(DcdnRoutines.API, untrusted).read(OPERATION, answer)));
        read(() -> store.judge(new UploadForm("", Map.of(), isCalledBack), answer));
        Optional<JsonObject> object = JsonText.read(body).object();
        if (object.isPresent()) {
            RpcAnswer confirmed = new RpcAnswer(OPERATION, object.get(), untrusted);
            CodeReader code = new CodeReader(confirmed);
            read(() -> check(new RoutineReader(confirmed).state()));
            read(() -> new NamesReader(confirmed).names().forEach(name -> Harmless.check(name, QUOTE)));
            read(code::code);
            read(() -> Harmless.check(code.committed().digits(), 64));
            read(() -> checkAddress(code.form().url()));
        }
    }

    @Property(tries = 4_000)
    void quotingAQuotedTextChangesNothing(@ForAll("texts") String text) {
        INPUTS.incrementAndGet();
        Harmless.check(untrusted.quote(text), QUOTE);
        Harmless.check(untrusted.quoteBody(text), QUOTE);
        assertEquals(untrusted.quote(text), untrusted.quote(untrusted.quote(text)));
    }

    @Property(tries = 4_000)
    void anObjectStoreIsAllowedOrRefused(@ForAll("addresses") String address) {
        INPUTS.incrementAndGet();
        read(() -> checkAddress(address));
    }

    private static void read(Reading reading) {
        try {
            reading.run();
            READ.incrementAndGet();
        } catch (CallFailedException e) {
            Harmless.check(e.getMessage(), SENTENCE);
            Harmless.check(e.remedy(), SENTENCE);
            e.requestId().ifPresent(id -> Harmless.check(id, QUOTE));
            assertEquals(null, e.getCause());
        }
    }

    private void publish(RpcAnswer answer) {
        assertTrue(!answer.requestId().isEmpty());
        Harmless.check(answer.requestId(), QUOTE);
        new CodeReader(answer).revision().map(untrusted::quote).ifPresent(revision -> Harmless.check(revision, QUOTE));
    }

    private static void check(RoutineState state) {
        assertTrue(state.live().size() <= 400 && state.revisions().size() <= 200);
        state.live().keySet().forEach(place -> Harmless.check(place.name(), 128));
        state.live().values().forEach(live -> Harmless.check(live.toString(), 64));
        state.revisions().forEach(revision -> {
            Harmless.check(revision.number().digits(), 64);
            Harmless.check(revision.description(), QUOTE);
            Harmless.check(revision.created(), QUOTE);
        });
        for (Map.Entry<Environment, Setting> each : state.settings().entrySet()) {
            each.getValue().specName().ifPresent(spec -> Harmless.check(spec, QUOTE));
            each.getValue().allowedHosts().orElse(List.of()).forEach(host -> Harmless.check(host, QUOTE));
        }
    }

    private void checkAddress(String handedOut) throws CallFailedException {
        URI address = store.address(handedOut);
        assertTrue(address.getPort() <= 65535, address::toString);
        assertTrue(
                address.getHost().endsWith(".aliyuncs.com")
                                && address.getScheme().equalsIgnoreCase("https")
                        || new Endpoint(address.resolve("/")).isLoopback(),
                address::toString);
    }

    @Provide
    Arbitrary<String> bodies() {
        return new HostileBodies(REAL, KEYS).any();
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(Arbitraries.randomValue(HostileTexts::any), Arbitraries.strings());
    }

    @Provide
    Arbitrary<Integer> statuses() {
        return Arbitraries.of(200, 200, 200, 204, 302, 400, 403, 500, 999, -1);
    }

    @Provide
    Arbitrary<String> addresses() {
        Arbitrary<String> schemes = Arbitraries.of("http://", "https://", "HTTP://", "ftp://", "mailto:", "//", "");
        Arbitrary<String> hosts = Arbitraries.of(
                "127.0.0.1",
                "a.oss.aliyuncs.com",
                "u:p@a.aliyuncs.com",
                "aliyuncs.com.evil.example",
                "[::1]",
                "x".repeat(5_000) + ".aliyuncs.com",
                "");
        Arbitrary<String> ports = Arbitraries.of("", ":", ":0", ":65536", ":2147483647", ":99999999999", ":x");
        Arbitrary<String> paths = Arbitraries.oneOf(Arbitraries.of("", "/", "/a?b#c"), texts());
        return Combinators.combine(schemes, hosts, ports, paths)
                .as((scheme, host, port, path) -> scheme + host + port + path);
    }
}
