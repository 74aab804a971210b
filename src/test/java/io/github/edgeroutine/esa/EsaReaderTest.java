// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.esa;

import static io.github.edgeroutine.esa.EsaFixture.NEW;
import static io.github.edgeroutine.esa.EsaFixture.OLD;
import static io.github.edgeroutine.esa.EsaFixture.PRODUCTION;
import static io.github.edgeroutine.esa.EsaFixture.STAGING;
import static io.github.edgeroutine.esa.EsaFixture.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.CodeRevision;
import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.Live;
import io.github.edgeroutine.routine.Revision;
import io.github.edgeroutine.routine.Revision.Readiness;
import io.github.edgeroutine.routine.RoutineState;
import io.github.edgeroutine.routine.Traffic;
import io.github.edgeroutine.routine.UnnumberedCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Valid, unusual and unknown answers. */
class EsaReaderTest {

    private static final String V = "'CodeVersion':'1710120201067203241'";
    private static final String W = "'CodeVersion':'1710120201067203242'";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'CodeVersions':[{" + V + ",'Percentage':90},{" + W + ",'Percentage':10}]",
                "'CodeVersions':[{" + W + ",'Percentage':'10'},{" + V + ",'Percentage':'90'}]",
                "'CodeVersions':[{'CodeVersion':1710120201067203241,'Percentage':90.0},{" + W + ",'Percentage':10}]"
            })
    void aSplitIsReadInEachVariant(String versions) throws CallFailedException {
        assertEquals(new Traffic(Map.of(OLD, 90, NEW, 10)), production("'CodeDeploy':{" + versions + "}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{" + V + ",'Percentage':90}]",
                "[{" + V + ",'Percentage':90},{" + W + ",'Percentage':20}]",
                "[{" + V + ",'Percentage':0},{" + W + ",'Percentage':100}]",
                "[{" + V + ",'Percentage':50},{" + V + ",'Percentage':50}]",
                "[{" + V + ",'Percentage':40},{" + W + ",'Percentage':40},{'CodeVersion':'17','Percentage':20}]",
                "[{" + V + "}]",
                "[{" + V + ",'Percentage':null}]",
                "[{" + V + ",'Percentage':'all'}]",
                "[{" + V + ",'Percentage':99.5}]",
                "[{'CodeVersion':'unstable','Percentage':50},{" + V + ",'Percentage':50}]",
                "[{'Percentage':100}]",
                "[null]",
                "['1710120201067203241']",
                "{" + V + "}",
                "'1710120201067203241'"
            })
    void anImpossibleSplitIsUnknown(String versions) throws CallFailedException {
        assertEquals(Live.UNKNOWN, production("'CodeDeploy':{'CodeVersions':" + versions + "}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",'CodeDeploy':null",
                ",'CodeDeploy':{}",
                ",'CodeDeploy':{'CodeVersions':null,'DeployId':''}",
                ",'CodeDeploy':{'Strategy':'percentage','CodeVersions':[]}",
                ",'CodeVersion':'','CanaryCodeVersion':'','CanaryAreaList':[]"
            })
    void anEntryWithoutAVersionRunsNothing(String more) throws CallFailedException {
        RoutineState state = state("'Envs':[{'Env':'production'" + more + "},{'Env':'staging'}]");

        assertEquals(Live.NOTHING, state.liveIn(PRODUCTION));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'CodeDeploy':'17'",
                "'CodeDeploy':['17']",
                "'CodeDeployment':{'CodeVersions':[]},'NewCodeVersion':'17'",
                "'CodeVersion':'17','CanaryCodeVersion':'18','CanaryAreaList':['Beijing']",
                "'CodeVersion':['17']",
                "'CodeVersion':''  ,'CodeDeploy':{'NextVersions':['17']}"
            })
    void anEntryThatMayRunAnotherVersionIsUnknown(String more) throws CallFailedException {
        assertEquals(Live.UNKNOWN, production(more));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'DeployId':'589267'                        | 589267",
                "'DeployId':589267                          | 589267",
                "'DeploymentId':'589267'                    | 589267",
                "'DeployId':''                              |",
                "'DeployId':null                            |",
                "'DeployId':{'Id':'589267'}                 |",
                "'DeployId':'two words'                     |",
                "'DeployId':'s3cret'                        |",
                "'Strategy':'percentage'                    |"
            })
    void theIdOfADeploymentIsShownIfItIsValid(String member, String id) throws CallFailedException {
        RoutineState state = state("'Envs':[{'Env':'production','CodeDeploy':{" + member + ",'CodeVersions':[{" + V
                + ",'Percentage':100}]}}]");

        assertEquals(Traffic.all(OLD), state.liveIn(PRODUCTION));
        assertEquals(Optional.ofNullable(id), state.deploymentIn(PRODUCTION));
        assertEquals(Optional.empty(), state.deploymentIn(STAGING));
    }

    @Test
    void anEnvironmentThatIsShownTwiceHasAnIdOnlyIfBothAgree() throws CallFailedException {
        String entry =
                "{'Env':'production','CodeDeploy':{'DeployId':'%s','CodeVersions':[{" + V + ",'Percentage':100}]}}";

        assertEquals(
                Optional.of("1"),
                state("'Envs':[" + entry.formatted("1") + "," + entry.formatted("1") + "]")
                        .deploymentIn(PRODUCTION));
        assertEquals(
                Optional.empty(),
                state("'Envs':[" + entry.formatted("1") + "," + entry.formatted("2") + "]")
                        .deploymentIn(PRODUCTION));
    }

    /** The format until 2025. */
    @Test
    void aVersionNextToItsEnvironmentHasAllOfTheTraffic() throws CallFailedException {
        assertEquals(Traffic.all(OLD), production(V + ",'SpecName':'50ms'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'CodeVersion':'unstable'",
                "'CodeDeploy':{'CodeVersions':[{'CodeVersion':'unstable','Percentage':100}]}"
            })
    void stagedCodeThatRunsHasNoNumber(String entry) throws CallFailedException {
        assertEquals(new UnnumberedCode("unstable"), production(entry));
    }

    @ParameterizedTest
    @ValueSource(strings = {"'CreateTime':'x'", "'Envs':null", "'Envs':[]", "'Envs':{}"})
    void environmentsMayBeMissingBeforeTheFirstDeployment(String body) throws CallFailedException {
        assertEquals(
                Map.of(STAGING, Live.NOTHING, PRODUCTION, Live.NOTHING),
                state(body).live());
    }

    @Test
    void aMissingEnvironmentRunsNothing() throws CallFailedException {
        RoutineState state = state("'Envs':[{'Env':'production'," + V + "}]");

        assertEquals(Map.of(STAGING, Live.NOTHING, PRODUCTION, Traffic.all(OLD)), state.live());
        assertEquals(List.of(STAGING, PRODUCTION), List.copyOf(state.live().keySet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "'staging'", "{}", "{'Env':' '}", "{'Env':['staging']}"})
    void aMissingEnvironmentIsUnknownIfAnEntryCannotBeRead(String entry) throws CallFailedException {
        RoutineState state = state("'Envs':[" + entry + ",{'Env':'production'," + V + "}]");

        assertEquals(Map.of(STAGING, Live.UNKNOWN, PRODUCTION, Traffic.all(OLD)), state.live());
    }

    @Test
    void twoContradictingEntriesAreUnknown() throws CallFailedException {
        assertEquals(
                Live.UNKNOWN,
                state("'Envs':[{'Env':'production'," + V + "},{'Env':'production'," + W + "}]")
                        .liveIn(PRODUCTION));
        assertEquals(
                Traffic.all(OLD),
                state("'Envs':[{'Env':'production'," + V + "},{'Env':'production'," + V + "}]")
                        .liveIn(PRODUCTION));
    }

    @Test
    void anUnexpectedEnvironmentIsShown() throws CallFailedException {
        assertEquals(
                Traffic.all(OLD), state("'Envs':[{'Env':'beijing'," + V + "}]").liveIn(new Environment("beijing")));
    }

    @Test
    void anEnvironmentWhoseNameCannotBePrintedIsUnknown() throws CallFailedException {
        RoutineState state = state("'Envs':[{'Env':'s3cret'," + V + "}]");

        assertEquals(Set.of("***"), state.unnamed());
        assertEquals(List.of("***"), state.unknown());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'Name':'hello'", "'Content':{}", "'Envs':'all'", "'Envs':{'staging':{}}"})
    void anAnswerWithoutARoutineIsUnreadable(String body) {
        CallFailedException failure = assertThrows(CallFailedException.class, () -> state(body));

        assertEquals(
                "the answer of Something has an unknown format, '{" + body.replace('\'', '"') + "}'",
                failure.getMessage());
        assertEquals(Reason.UNREADABLE, failure.reason());
        assertEquals(Effect.NONE, failure.effect());
    }

    @Test
    void tooManyEnvironmentsAreRefused() {
        String entries = "{'Env':'a'},".repeat(50) + "{'Env':'b'}";

        assertTrue(assertThrows(CallFailedException.class, () -> state("'Envs':[" + entries + "]"))
                .getMessage()
                .startsWith("the answer of Something has more than 50 environments, '{"));
    }

    @Test
    void tooManyVersionsAreRefused() {
        String items = "{'CodeVersion':'1'},".repeat(200) + "{'CodeVersion':'2'}";

        assertTrue(assertThrows(CallFailedException.class, () -> page("'CodeVersions':[" + items + "]"))
                .getMessage()
                .startsWith("the answer of Something has more than 200 versions, '{"));
    }

    /** Another client may have deployed it after the list was read. */
    @Test
    void aRunningVersionIsAddedToTheList() throws CallFailedException {
        VersionPage listed = page("'CodeVersions':[{" + V + ",'CodeDescription':'listed'}]");
        RoutineState state = read(
                        RoutineDeployments::of,
                        "{'Envs':[{'Env':'production','CodeDeploy':{'CodeVersions':[{" + V
                                + ",'Percentage':50,'Description':'d','CreateTime':'c'},{" + W
                                + ",'Percentage':50,'Description':'code version 1.','CreateTime':'2025-07-23T09:01:40Z'}]}}]}")
                .state(List.of(listed), OptionalInt.empty());

        assertEquals(
                List.of(new Revision(NEW, "code version 1.", "2025-07-23T09:01:40Z"), new Revision(OLD, "listed", "")),
                state.revisions());
    }

    @Test
    void aVersionOnBothPagesIsListedOnce() throws CallFailedException {
        VersionPage page = page("'CodeVersions':[{" + V + "}]");

        assertEquals(
                1,
                read(RoutineDeployments::of, "{'Envs':[]}")
                        .state(List.of(page, page), OptionalInt.empty())
                        .revisions()
                        .size());
    }

    @Test
    void stagedCodeInTheListIsNotARevision() throws CallFailedException {
        VersionPage page = page("'CodeVersions':[{'CodeVersion':'unstable'},{" + V + "}]");

        assertTrue(page.listsStagedCode());
        assertEquals(List.of(new Revision(OLD, "", "")), page.revisions());
    }

    @ParameterizedTest
    @CsvSource({
        "'', READY",
        "Available, READY",
        "available, READY",
        "Init, PREPARING",
        "init, PREPARING",
        "failed, FAILED",
        "Deleting, FAILED"
    })
    void theStatusOfAVersionSaysWhetherItCanRun(String status, Readiness readiness) throws CallFailedException {
        assertEquals(
                readiness,
                page("'CodeVersions':[{" + V + ",'Status':'" + status + "'}]")
                        .revisions()
                        .get(0)
                        .readiness());
    }

    @ParameterizedTest
    @CsvSource({
        "Init, 2026-01-01T10:00:00Z, true",
        "Init, 2026-01-01T10:00:01Z, false",
        "Init, 2026-01-01T10:00:00.123456789Z, false",
        "Init, yesterday, false",
        "Init, , false",
        "Available, 2026-01-01T09:00:00Z, false"
    })
    void anUploadIsAbandonedAfterHalfAnHour(String status, String created, boolean isLeftover) {
        JsonObject version = new JsonObject();
        version.addProperty("Status", status);
        version.addProperty("CreateTime", created);

        assertEquals(isLeftover, VersionReader.isLeftover(version, Instant.parse("2026-01-01T10:30:00.1Z")));
    }

    @Test
    void aVersionWithAnInterruptedUploadCannotRun() throws CallFailedException {
        assertEquals(
                Readiness.ABANDONED,
                page("'CodeVersions':[{" + V + ",'Status':'Init','CreateTime':'2024-01-01T10:00:00Z'}]")
                        .revisions()
                        .get(0)
                        .readiness());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'DeployEnv':'staging','HasEnvVars':true     | staging",
                "'DeployEnv':'staging','HasEnvVars':'True'   | staging",
                "'DeployEnv':'production'                    | production",
                "'DeployEnv':'production','HasEnvVars':false | production (none)",
                "'DeployEnv':'','HasEnvVars':true            |",
                "'DeployEnv':null,'HasEnvVars':false         |",
                "'DeployEnv':['staging']                     |",
                "'DeployEnv':'a b'                           |",
                "'HasEnvVars':true                           |"
            },
            quoteCharacter = '`')
    void aVersionNamesTheEnvironmentOfItsVariables(String members, String binding) throws CallFailedException {
        assertEquals(
                Optional.ofNullable(binding),
                page("'CodeVersions':[{" + V + "," + members + "}]")
                        .revisions()
                        .get(0)
                        .binding()
                        .map(Object::toString));
    }

    @Test
    void aVersionWithoutAStatusCanRun() throws CallFailedException {
        assertEquals(
                Readiness.READY,
                page("'CodeVersions':[{" + V + "}]").revisions().get(0).readiness());
    }

    @ParameterizedTest
    @CsvSource({"20, false", "21, true", "'''21''', true", "'''many''', false"})
    void theTotalSaysWhetherAnotherPageFollows(String total, boolean isFollowed) throws CallFailedException {
        assertEquals(
                isFollowed,
                page("'CodeVersions':[{" + V + "}],'TotalCount':" + total).isFollowed());
    }

    @Test
    void aFullPageWithoutATotalMayBeFollowed() throws CallFailedException {
        String items = "{'CodeVersion':'1'},".repeat(19) + "{'CodeVersion':'2'}";

        assertTrue(page("'CodeVersions':[" + items + "]").isFollowed());
        assertFalse(page("'CodeVersions':[" + items.substring(20) + "]").isFollowed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'CodeVersions':'none'", "'CodeVersions':{'a':1}", "'CodeVersion':'17'"})
    void anAnswerWithoutAListOfVersionsIsUnreadable(String body) {
        assertEquals(
                Reason.UNREADABLE,
                assertThrows(CallFailedException.class, () -> page(body)).reason());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"'CodeVersions':null", "'CodeVersions':[]", "'TotalCount':0", "'CodeVersions':[null,17,{}]"})
    void aListOfVersionsMayBeEmpty(String body) throws CallFailedException {
        assertEquals(List.of(), page(body).revisions());
    }

    @ParameterizedTest
    @CsvSource({
        "hello:1.0 (3f1c9ab), hello:1.0 (3f1c9ab)",
        "aGVsbG86MS4w, hello:1.0",
        "w7xiZXI=, über",
        "w7xiZXI, über",
        "test, test",
        "SGVsbG8K, SGVsbG8K",
        "'', ''"
    })
    void aDescriptionIsBase64OrPlain(String sent, String shown) throws CallFailedException {
        assertEquals(
                shown,
                page("'CodeVersions':[{" + V + ",'CodeDescription':'" + sent + "'}]")
                        .revisions()
                        .get(0)
                        .description());
    }

    @Test
    void aDescriptionIsSafeToPrint() throws CallFailedException {
        Revision revision = page("'CodeVersions':[{" + V
                        + ",'CodeDescription':'\\u001b[31ms3cret','CreateTime':'::error::'}]")
                .revisions()
                .get(0);

        assertEquals(new Revision(OLD, "[31m***", ": :error: :"), revision);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "'Routines':'hello'",
                "'Routines':[17]",
                "'Routines':[{}]",
                "'Routines':[{'RoutineName':null}]"
            })
    void anAnswerWithoutAListOfRoutinesIsUnreadable(String body) {
        assertEquals(
                Reason.UNREADABLE,
                assertThrows(CallFailedException.class, () -> read(NamePage::of, "{" + body + "}"))
                        .reason());
    }

    @Test
    void anAccountMayHaveNoRoutines() throws CallFailedException {
        assertEquals(List.of(), read(NamePage::of, "{'TotalCount':0}").names());
        assertEquals(
                List.of("hello"),
                read(NamePage::of, "{'Routines':[{'RoutineName':'hello'}]}").names());
    }

    @Test
    void digitsOfAnyLengthStayUnchanged() throws CallFailedException {
        assertEquals(
                new CodeRevision("00000000000000001746583193971399525"),
                page("'CodeVersions':[{'CodeVersion':'00000000000000001746583193971399525'}]")
                        .revisions()
                        .get(0)
                        .number());
    }

    private static Live production(String members) throws CallFailedException {
        return state("'Envs':[{'Env':'production'," + members + "}]").liveIn(PRODUCTION);
    }

    private static RoutineState state(String members) throws CallFailedException {
        return read(RoutineDeployments::of, "{" + members + "}").state(List.of(), OptionalInt.empty());
    }

    private static VersionPage page(String members) throws CallFailedException {
        return read(VersionPage::of, "{" + members + "}");
    }
}
