// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.routine.upkeep;

import static io.github.edgeroutine.routine.FakeRoutines.failure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.GoalFailedException;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.Variable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VariableSetterTest {

    private static final Environment STAGING = new Environment("staging");
    private static final Environment PRODUCTION = new Environment("production");

    private final FakeRoutines account = new FakeRoutines(FakeRoutines.running("staging=16", "production=16"));
    private final Map<String, Variable> wanted = new LinkedHashMap<>();

    VariableSetterTest() {
        wanted.put("URL", new Variable("https://example.com", false));
        wanted.put("TOKEN", new Variable("s3cret", true));
    }

    @Test
    void onlyWhatDiffersIsSetAndSecretsAlways() throws GoalFailedException {
        account.has(STAGING, "URL", new Variable("https://example.com", false))
                .has(STAGING, "TOKEN", new Variable("", true))
                .has(PRODUCTION, "URL", new Variable("https://old.example.com", false))
                .has(PRODUCTION, "MORE", new Variable("x", false));

        assertEquals(
                List.of(
                        "  staging  URL  up to date",
                        "  staging  TOKEN  set again, because a secret cannot be compared",
                        "  production  URL  changed, plain text",
                        "  production  TOKEN  new, secret"),
                set());
        assertEquals(
                List.of(
                        "variables staging",
                        "variables production",
                        "set staging {TOKEN=secret}",
                        "set production {URL=plain text, TOKEN=secret}"),
                account.received());
    }

    @Test
    void whatIsThereIsNotSetAgain() throws GoalFailedException {
        wanted.remove("TOKEN");
        set();
        account.received().clear();

        assertEquals(List.of("  staging  URL  up to date", "  production  URL  up to date"), set());
        assertEquals(List.of("variables staging", "variables production"), account.received());
    }

    @Test
    void plainTextThatBecomesASecretIsSet() throws GoalFailedException {
        wanted.remove("URL");
        account.has(STAGING, "TOKEN", new Variable("s3cret", false));

        assertEquals("  staging  TOKEN  set again, because a secret cannot be compared", set().get(0));
    }

    @Test
    void whatTheServiceLeavesOutIsNamed() {
        account.passesOver("TOKEN");

        assertEquals(
                "The service did not set the variables TOKEN of staging of routine hello, but set URL. Check"
                        + " their names and"
                        + " values, and run the goal again.",
                failureOfSet());
        account.received().clear();
        wanted.remove("URL");
        assertEquals(
                "The service did not set the variables TOKEN of staging of routine hello. Check their names and"
                        + " values, and"
                        + " run the goal again.",
                failureOfSet());
    }

    @Test
    void anAnswerThatIsLostTellsWhatIsSetBeforeIt() {
        account.refuses("set production {URL=plain text, TOKEN=secret}", failure(Reason.UNANSWERED, Effect.UNKNOWN));

        assertEquals(
                "Could not set the variables URL, TOKEN of production of routine hello: it went wrong (request id"
                        + " 4711). It is not known which of them are set. It is safe to set them again. Set"
                        + " before this failure: all of staging."
                        + " Do something.",
                failureOfSet());
    }

    @Test
    void aRefusalSetsNothing() {
        account.refuses("set staging {URL=plain text, TOKEN=secret}", failure(Reason.DENIED, Effect.NONE));

        assertEquals(
                "Could not set the variables URL, TOKEN of staging of routine hello: it went wrong (request id"
                        + " 4711). None of"
                        + " them is set. Do something.",
                failureOfSet());
    }

    @Test
    void variablesThatCannotBeReadAreNotSet() {
        account.refuses("variables production", failure(Reason.DENIED, Effect.NONE));

        assertEquals(
                "Could not read the variables of production of routine hello: it went wrong (request id 4711)."
                        + " Nothing was"
                        + " changed. Do something.",
                failureOfSet());
        assertEquals(List.of("variables staging", "variables production"), account.received());
    }

    @Test
    void moreThanFiftyAreRefusedBeforeAnyWrite() {
        for (int i = 1; i <= 49; i++) {
            account.has(PRODUCTION, "V" + i, new Variable("x", false));
        }

        assertEquals(
                "Environment production of routine hello would have 51 variables, but the service allows at most"
                        + " 50. Delete some in"
                        + " {console}. Nothing was changed.",
                failureOfSet());
        assertEquals(List.of("variables staging", "variables production"), account.received());
    }

    private List<String> set() throws GoalFailedException {
        VariablesRequest request =
                new VariablesRequest(new RoutineName("hello"), List.of(STAGING, PRODUCTION), wanted, false);
        VariableSetter setter = new VariableSetter(account.client());
        List<VariableChanges> plan = setter.plan(request);
        List<String> lines =
                plan.stream().flatMap(changes -> changes.lines().stream()).toList();
        setter.carryOut(request, plan);
        return lines;
    }

    private String failureOfSet() {
        return assertThrows(GoalFailedException.class, this::set).getMessage();
    }
}
