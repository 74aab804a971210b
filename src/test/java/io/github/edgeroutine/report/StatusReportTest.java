// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.Revision;
import io.github.edgeroutine.routine.Revision.Binding;
import io.github.edgeroutine.routine.Revision.Readiness;
import io.github.edgeroutine.routine.RoutineName;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.Setting;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StatusReportTest {

    private final StatusReport report = report(new RoutineState(
            FakeRoutines.running("staging=1620876959997924701", "production=16", "presetCanaryZhejiang=16", "other=")
                    .live(),
            List.of(
                    new Revision(new CodeRevision("16"), "", "2021-05-01T08:00:00Z"),
                    new Revision(new CodeRevision("1620876959997924701"), "<b> \"new\"", "2021-05-31T13:20:14Z"),
                    new Revision(new CodeRevision("17"), "never live", "")),
            Map.of(
                    new Environment("staging"),
                    new Setting(Optional.of("50ms"), Optional.of(List.of())),
                    new Environment("production"),
                    new Setting(Optional.of("100ms"), Optional.of(List.of("a.example.com", "b.example.com"))))));

    @Test
    void theTableShowsWhatEachEnvironmentRunsAndWhichRevisionsAreUnused() {
        assertEquals("""
                Routine hello:
                  environment           revision             spec   allowed hosts
                  staging               1620876959997924701  50ms
                  production            16                   100ms  a.example.com b.example.com
                  presetCanaryZhejiang  16                   -      -
                  other                 -                    -      -
                3 of 10 revisions, 7 left:
                  revision             created               runs in                          description
                  1620876959997924701  2021-05-31T13:20:14Z  staging                          <b> "new"
                  17                                         unused                           never live
                  16                   2021-05-01T08:00:00Z  production presetCanaryZhejiang""", table(report));
    }

    @Test
    void theJsonHasTheSameValuesAndNullIfNotKnown() {
        assertEquals("""
                {
                  "schemaVersion": 2,
                  "routine": "hello",
                  "environments": [
                    {
                      "name": "staging",
                      "runs": {
                        "state": "revision",
                        "revision": "1620876959997924701",
                        "shares": {
                          "1620876959997924701": 100
                        },
                        "words": "1620876959997924701"
                      },
                      "deployment": null,
                      "specName": "50ms",
                      "allowedHosts": []
                    },
                    {
                      "name": "production",
                      "runs": {
                        "state": "revision",
                        "revision": "16",
                        "shares": {
                          "16": 100
                        },
                        "words": "16"
                      },
                      "deployment": null,
                      "specName": "100ms",
                      "allowedHosts": [
                        "a.example.com",
                        "b.example.com"
                      ]
                    },
                    {
                      "name": "presetCanaryZhejiang",
                      "runs": {
                        "state": "revision",
                        "revision": "16",
                        "shares": {
                          "16": 100
                        },
                        "words": "16"
                      },
                      "deployment": null,
                      "specName": null,
                      "allowedHosts": null
                    },
                    {
                      "name": "other",
                      "runs": {
                        "state": "nothing",
                        "revision": null,
                        "shares": {},
                        "words": "nothing"
                      },
                      "deployment": null,
                      "specName": null,
                      "allowedHosts": null
                    }
                  ],
                  "revisions": [
                    {
                      "revision": "1620876959997924701",
                      "created": "2021-05-31T13:20:14Z",
                      "description": "<b> \\"new\\"",
                      "status": "ready",
                      "runsIn": [
                        "staging"
                      ],
                      "variablesOf": null,
                      "contentHash": null
                    },
                    {
                      "revision": "17",
                      "created": "",
                      "description": "never live",
                      "status": "ready",
                      "runsIn": [],
                      "variablesOf": null,
                      "contentHash": null
                    },
                    {
                      "revision": "16",
                      "created": "2021-05-01T08:00:00Z",
                      "description": "",
                      "status": "ready",
                      "runsIn": [
                        "production",
                        "presetCanaryZhejiang"
                      ],
                      "variablesOf": null,
                      "contentHash": null
                    }
                  ],
                  "revisionLimit": 10,
                  "revisionsLeft": 7
                }""", report.json());
    }

    @Test
    void theTableHasAColumnForVariablesIfARevisionHasVariables() {
        StatusReport bound = report(new RoutineState(
                Map.of(),
                List.of(
                        new Revision(new CodeRevision("16"), "old", ""),
                        boundTo("staging", "17", true),
                        boundTo("production", "18", false))));

        assertEquals("""
                Routine hello:
                  environment  revision  spec  allowed hosts
                3 of 10 revisions, 7 left:
                  revision  created  runs in  variables          description
                  18                 unused   production (none)  v
                  17                 unused   staging            v
                  16                 unused   -                  old""", table(bound));
        assertTrue(bound.json().contains("\"variablesOf\": \"staging\""), bound.json());
    }

    @Test
    void theTableSaysWhyARevisionCannotRun() {
        List<Revision> revisions = Stream.of(Readiness.values())
                .map(each -> new Revision(new CodeRevision("1" + each.ordinal()), "v", "", each, Optional.empty()))
                .toList();

        assertEquals("""
                Routine hello:
                  environment  revision  spec  allowed hosts
                4 of 10 revisions, 6 left:
                  revision  created  runs in         description
                  13                 not usable      v
                  12                 upload cut off  v
                  11                 not ready yet   v
                  10                 unused          v""", table(report(new RoutineState(Map.of(), revisions))));
    }

    private static Revision boundTo(String environment, String number, boolean hasVariables) {
        return new Revision(
                new CodeRevision(number),
                "v",
                "",
                Readiness.READY,
                Optional.of(new Binding(new Environment(environment), hasVariables)));
    }

    @Test
    void aNewRoutineHasEmptyTables() {
        assertEquals(
                """
                Routine hello:
                  environment  revision  spec  allowed hosts
                  staging      -         -     -
                0 of 10 revisions, 10 left:
                  revision  created  runs in  description""",
                table(report(new RoutineState(FakeRoutines.running("staging=").live(), List.of()))));
    }

    @Test
    void noRevisionIsLeftIfThereAreMoreThanTheLimit() {
        List<Revision> eleven = Collections.nCopies(11, new Revision(new CodeRevision("16"), "", ""));

        assertEquals(
                "11 of 10 revisions, 0 left:",
                report(new RoutineState(Map.of(), eleven)).table().get(2));
    }

    @Test
    void aLineShowsFiftyHostsAtMost() {
        List<String> hosts =
                IntStream.range(0, 1_000).mapToObj(host -> host + ".example").toList();
        Map<Environment, Setting> settings =
                Map.of(new Environment("staging"), new Setting(Optional.empty(), Optional.of(hosts)));

        String line = report(new RoutineState(FakeRoutines.running("staging=").live(), List.of(), settings))
                .table()
                .get(2);

        assertTrue(line.endsWith(" 48.example 49.example and 950 more"), line);
    }

    @Test
    void aServiceWithoutSettingsHasNoColumnsForThem() {
        assertEquals("""
                Routine hello:
                  environment  revision
                  staging      18 (90 %) and 17 (10 %)
                3 revisions; how many the service keeps is not known:""", String.join("\n", withoutSettings().table().subList(0, 4)));
    }

    @Test
    void theNumberLeftIsNullIfTheLimitIsNotKnown() {
        assertTrue(withoutSettings().json().contains("\"revisionLimit\": null,\n  \"revisionsLeft\": null"));
    }

    @Test
    void sharesDeploymentsStatusQuotaAndVariablesAreShownIfTheServiceHasThem() {
        StatusReport report = new StatusReport(
                new RoutineName("hello"),
                new RoutineState(
                        FakeRoutines.running("staging=", "production=16:90+17:10")
                                .live(),
                        List.of(
                                new Revision(new CodeRevision("16"), "v", "", Readiness.FAILED, Optional.empty()),
                                boundTo("production", "17", true),
                                new Revision(new CodeRevision("18"), "v", "", Readiness.PREPARING, Optional.empty())),
                        Map.of(),
                        Set.of(),
                        true,
                        OptionalInt.of(5),
                        Map.of(new Environment("production"), "589267")),
                false);

        assertEquals("""
                Routine hello:
                  environment  revision                 deployment
                  staging      -                        -
                  production   16 (90 %) and 17 (10 %)  589267
                3 of 5 revisions and staged code, 1 left:
                  revision  created  runs in                  variables   description
                  18                 not ready yet            -           v
                  17                 production               production  v
                  16                 production (not usable)  -           v""", table(report));
        assertTrue(report.json().contains("\"deployment\": \"589267\""), report.json());
        assertTrue(report.json().contains("\"status\": \"failed\""), report.json());
        assertTrue(report.json().contains("\"status\": \"preparing\""), report.json());
        assertTrue(report.json().contains("\"revisionLimit\": 5,\n  \"revisionsLeft\": 1"), report.json());
    }

    private static StatusReport withoutSettings() {
        RoutineState three = FakeRoutines.running("staging=18:90+17:10");
        return new StatusReport(new RoutineName("hello"), new RoutineState(three.live(), three.revisions()), false);
    }

    private static StatusReport report(RoutineState state) {
        RoutineState ofTen = new RoutineState(
                state.live(), state.revisions(), state.settings(), Set.of(), false, OptionalInt.of(10));
        return new StatusReport(new RoutineName("hello"), ofTen, true);
    }

    private static String table(StatusReport report) {
        return String.join("\n", report.table());
    }
}
