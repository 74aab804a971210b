// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.site;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.edgeroutine.cloud.ram.ApiAction;
import io.github.edgeroutine.dcdn.DcdnAction;
import io.github.edgeroutine.esa.EsaAction;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.check.Intention;
import io.github.edgeroutine.routine.key.Access;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The policies to copy grant exactly the operations that are called. */
class CredentialsPageTest {

    private final Page page = Page.of("credentials.md");

    @Test
    void thePoliciesNameExactlyTheOperationsThatAreCalled() {
        Set<String> called = called(DcdnAction.values()).stream()
                .map(operation -> "dcdn:" + operation)
                .collect(toCollection(TreeSet::new));
        assertEquals(called, granted(policies().values().stream()));
    }

    @Test
    void theTableNamesExactlyTheOperationsThatAreCalledOfEachService() {
        assertEquals(called(DcdnAction.values()), named(2));
        assertEquals(called(EsaAction.values()), named(3));
    }

    /** What a goal needs according to check. The read of the routine has its own row. */
    @ParameterizedTest
    @ValueSource(strings = {"create", "diff", "download", "prune", "rollback", "status", "variables"})
    void theRowOfAGoalHasThePermissionsThatCheckReports(String goal) {
        Set<Access> access = EnumSet.copyOf(
                Intention.of(goal, goal, new RoutineName("hello")).orElseThrow().access());
        access.remove(Access.DESCRIBE);

        assertEquals(needed(access, DcdnAction.values()), named("`" + goal + "`", 2));
        assertEquals(needed(access, EsaAction.values()), named("`" + goal + "`", 3));
    }

    private static Set<String> needed(Set<Access> access, ApiAction[] actions) {
        return called(Stream.of(actions)
                .filter(action -> !Collections.disjoint(action.uses(), access))
                .toArray(ApiAction[]::new));
    }

    private static Set<String> called(ApiAction[] actions) {
        return Stream.of(actions).map(ApiAction::action).collect(toCollection(TreeSet::new));
    }

    /** An operation with its name in another place would be missing in the policies. */
    @Test
    void theAdaptersNameTheirOperationsInOnePlace() throws IOException {
        assertEquals(Set.of(), namedElsewhere("dcdn", "DcdnAction.java"));
        assertEquals(Set.of(), namedElsewhere("esa", "EsaAction.java"));
    }

    private static Set<String> namedElsewhere(String service, String place) throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("src/main/java/io/github/edgeroutine", service))) {
            for (Path file : files.filter(each -> !each.endsWith(place)).toList()) {
                Sentences.of(file).values().stream()
                        .flatMap(List::stream)
                        .filter(literal -> literal.matches("[A-Z][a-z]+\\w*Routine\\w*"))
                        .filter(literal -> !literal.matches("Er\\w*|RoutineN\\w*"))
                        .forEach(named::add);
            }
        }
        return named;
    }

    private Set<String> named(int column) {
        return named("", column);
    }

    /** What stands in a column of the table, from 1, in the rows of a goal. */
    private Set<String> named(String goal, int column) {
        return Pattern.compile("(?m)^\\|.*")
                .matcher(page.text().substring(page.text().indexOf("| goal |")))
                .results()
                .map(row -> row.group().split("\\|"))
                .filter(cells -> cells[1].contains(goal) && (goal.isEmpty() || !cells[1].startsWith(" all")))
                .map(cells -> cells[column])
                .flatMap(cell -> Pattern.compile("`(\\w+)`").matcher(cell).results())
                .map(operation -> operation.group(1))
                .collect(toCollection(TreeSet::new));
    }

    @Test
    void everyGoalThatCallsTheServiceHasItsPolicy() {
        Set<String> goals = Descriptor.read().callingGoals();
        // It never calls DCDN: what it needs is on the page of ESA.
        goals.remove("variables");
        assertEquals(
                goals,
                policies().keySet().stream()
                        .flatMap(heading -> Arrays.stream(heading.split(", | and ")))
                        .collect(toCollection(TreeSet::new)));
    }

    @Test
    void everyPolicyIsForAllResourcesBecauseTheOperationsHaveNoResources() {
        policies()
                .forEach((heading, policy) ->
                        assertEquals("*", statement(policy).get("Resource").getAsString(), heading));
    }

    @Test
    void theOneInTheReadmeIsThatOfUploadAndPublish() {
        Page readme = Page.readme();
        JsonObject shown =
                JsonParser.parseString(readme.fragments("json").get(0)).getAsJsonObject();
        assertEquals(
                granted(Stream.of(policies().get("upload and publish"))), granted(Stream.of(shown)), readme.toString());
    }

    private Map<String, JsonObject> policies() {
        return Pattern.compile("(?ms)^### ([^\\n]+)\\n\\n```json\\n(.*?)^```")
                .matcher(page.text())
                .results()
                .collect(toMap(
                        policy -> policy.group(1),
                        policy -> JsonParser.parseString(policy.group(2)).getAsJsonObject()));
    }

    private static Set<String> granted(Stream<JsonObject> policies) {
        return policies.flatMap(policy -> statement(policy).getAsJsonArray("Action").asList().stream())
                .map(JsonElement::getAsString)
                .collect(toCollection(TreeSet::new));
    }

    private static JsonObject statement(JsonObject policy) {
        return policy.getAsJsonArray("Statement").get(0).getAsJsonObject();
    }
}
