// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.esa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.edgeroutine.cloud.AnswerReader;
import io.github.edgeroutine.cloud.RpcAnswer;
import io.github.edgeroutine.cloud.RpcOperation;
import io.github.edgeroutine.cloud.RpcOperation.Reading;
import io.github.edgeroutine.cloud.text.JsonText;
import io.github.edgeroutine.cloud.text.UntrustedText;
import io.github.edgeroutine.dcdn.Harmless;
import io.github.edgeroutine.dcdn.HostileBodies;
import io.github.edgeroutine.http.Answer;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.RoutineState;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** Every answer gives a value or a failure of the plugin, and no printed text of it can do harm. */
class HostileEsaAnswersTest {

    private static final List<String> REAL = List.of(
            "{'RequestId':'1','CreateTime':'2024-03-11T01:23:21Z','HasAssets':false,'Envs':[{'Env':'production','CodeDeploy':"
                    + "{'DeployId':'589267','Strategy':'percentage','CodeVersions':[{'CodeVersion':'1746583193971399525',"
                    + "'Percentage':90,'Description':'v1','CreateTime':'2025-07-23T09:01:40Z'},{'CodeVersion':"
                    + "'1746583193971399526','Percentage':10}]}},{'Env':'staging'}]}",
            "{'RequestId':'1','Envs':[{'Env':'staging','CodeVersion':'1746583193971399525'}]}",
            "{'RequestId':'1','TotalCount':1,'CodeVersions':[{'CodeVersion':'1746583193971399525','CodeDescription':"
                    + "'aGVsbG86MS4w','CreateTime':'2024-03-11T01:23:02.883361712Z','Status':'Available'}]}",
            "{'RequestId':'1','Routines':[{'RoutineName':'hello'}],'TotalCount':1}",
            "{'RequestId':'1','RoutineCode':'YWRkRXZlbnRMaXN0ZW5lcg=='}",
            "{'RequestId':'1','RoutineCode':'<Error><Code>NoSuchKey</Code>'}",
            "{'RequestId':'1','CodeVersion':'1746583193971399525','Status':'Init'}",
            "{'RequestId':'1','OssPostConfig':{'OSSAccessKeyId':'k','Signature':'s','policy':'p','key':'k',"
                    + "'XOssSecurityToken':'t','Url':'https://oss.aliyuncs.com'}}",
            "{'RequestId':'1','EnvironmentVariables':{'HOST':{'Type':'plain_text','Value':'a.example.com'}},'TotalCount':1}",
            "{'RequestId':'1','PlanInfo':[{'PlanName':'er_paymode','ErRoutineCodeVersionQuota':'20'}]}");

    private static final List<String> KEYS =
            List.of(("Envs Env CodeDeploy CodeVersions CodeVersion Percentage Status Description"
                            + " CodeDescription CreateTime CanaryCodeVersion TotalCount Routines RoutineName RoutineCode PlanInfo"
                            + " ErRoutineCodeVersionQuota OssPostConfig XOssSecurityToken staging"
                            + " EnvironmentVariables Type Value SetKeys")
                    .split(" "));

    private static final AtomicInteger INPUTS = new AtomicInteger();
    private static final AtomicInteger READ = new AtomicInteger();

    /** The limit for one quoted text. */
    private static final int QUOTE = 301;
    /** The limit for a sentence with a few quotes. */
    private static final int SENTENCE = 1_200;

    private final UntrustedText untrusted = new UntrustedText(Harmless.SECRETS);

    @AfterContainer
    static void tellHowMuchWasTried() {
        System.out.println("Fuzzed answers of ESA: " + INPUTS + " inputs, " + READ + " of their readings gave a value");
    }

    @Property(tries = 12_000)
    void anAnswerGivesAValueOrAFailureOfThePlugin(@ForAll("bodies") String body, @ForAll("statuses") int status) {
        INPUTS.incrementAndGet();
        read(() -> new AnswerReader(EsaRoutines.API, untrusted)
                .read(RpcOperation.write("Something", Map.of(), RpcAnswer::requestId), new Answer(status, body)));
        JsonText.read(body).object().ifPresent(this::readInEachWay);
    }

    private void readInEachWay(JsonObject body) {
        read(
                body,
                answer -> RoutineDeployments.of(answer).state(List.of(VersionPage.of(answer)), PlanQuota.read(answer)),
                HostileEsaAnswersTest::check);
        read(
                body,
                answer -> RoutineDeployments.of(answer).state(List.of(), OptionalInt.empty()),
                HostileEsaAnswersTest::check);
        read(body, VersionPage::of, page -> assertTrue(page.revisions().size() <= 200));
        read(body, NamePage::of, page -> page.names().forEach(name -> Harmless.check(name, QUOTE)));
        read(body, PlanQuota::read, quota -> assertTrue(quota.orElse(1) > 0));
        read(
                body,
                answer -> new CodeVersionAnswer(answer).code(),
                code -> assertTrue(code.readings().size() > 0));
        read(body, answer -> new CodeVersionAnswer(answer).committed(), made -> Harmless.check(made.digits(), 64));
        read(
                body,
                answer -> new CodeVersionAnswer(answer).form(),
                form -> assertTrue(!form.fields().containsKey("XOssSecurityToken")));
        read(body, FunctionVariables::page, FunctionVariables::usable);
        read(body, FunctionVariables::setKeys, keys -> {});
        VersionReader.readiness(body);
    }

    private <T> void read(JsonObject body, Reading<T> reading, Consumer<T> check) {
        read(() -> {
            T value = reading.of(
                    new RpcAnswer(RpcOperation.read("Something", Map.of(), reading), withId(body), untrusted));
            check.accept(value);
        });
    }

    /** As in every answer that confirms an operation. */
    private static JsonObject withId(JsonObject body) {
        JsonObject confirmed = body.deepCopy();
        confirmed.addProperty("RequestId", "4711");
        return confirmed;
    }

    @FunctionalInterface
    private interface Attempt {
        void run() throws CallFailedException;
    }

    private static void read(Attempt attempt) {
        try {
            attempt.run();
            READ.incrementAndGet();
        } catch (CallFailedException e) {
            Harmless.check(e.getMessage(), SENTENCE);
            Harmless.check(e.remedy(), SENTENCE);
            e.requestId().ifPresent(id -> Harmless.check(id, QUOTE));
            assertEquals(null, e.getCause());
        }
    }

    private static void check(RoutineState state) {
        assertTrue(state.live().size() <= 52 && state.revisions().size() <= 400);
        assertTrue(state.live().keySet().containsAll(EsaTraits.ENVIRONMENTS));
        state.live().keySet().forEach(place -> Harmless.check(place.name(), 128));
        state.live().values().forEach(live -> Harmless.check(live.toString(), 160));
        state.unnamed().forEach(name -> Harmless.check(name, QUOTE));
        state.revisions().forEach(revision -> {
            Harmless.check(revision.number().digits(), 64);
            Harmless.check(revision.description(), QUOTE);
            Harmless.check(revision.created(), QUOTE);
        });
    }

    @Provide
    Arbitrary<String> bodies() {
        return new HostileBodies(REAL, KEYS).any();
    }

    @Provide
    Arbitrary<Integer> statuses() {
        return Arbitraries.of(200, 200, 200, 204, 302, 400, 403, 500, 999, -1);
    }
}
