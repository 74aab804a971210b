// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.dcdn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.edgeroutine.fixture.SimulatorExtension;
import io.github.edgeroutine.simulator.Caller;
import io.github.edgeroutine.simulator.Fault;
import io.github.edgeroutine.simulator.Simulator;
import io.github.edgeroutine.simulator.wire.ReceivedCall;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodeOperationTest {

    private static final String OLD = "1620876959997924700";
    private static final String LIMIT = "A server error occurred: you got upper limit of code revisions";

    @RegisterExtension
    private final SimulatorExtension extension = new SimulatorExtension();

    private final DcdnAccount account = extension.account();
    private final Simulator simulator = extension.simulator();
    private final Caller caller = extension.caller();
    private final CodeUploads uploader = new CodeUploads(caller);

    @BeforeEach
    void fillAccount() {
        account.publish("shop", OLD, List.of("production"));
    }

    @Test
    void answersAnUploadWithUnstable() throws Exception {
        HttpResponse<String> response = caller.call("UploadStagingRoutineCode", Map.of("Name", "shop"));
        assertEquals(200, response.statusCode(), response.body());
        JsonObject content = Caller.json(response).getAsJsonObject("Content");
        assertEquals(List.of("CodeRevision", "OssPostConfig"), List.copyOf(content.keySet()));
        assertEquals("unstable", content.get("CodeRevision").getAsString());
        JsonObject config = content.getAsJsonObject("OssPostConfig");
        assertEquals("", config.get("x:codeDescription").getAsString());
        assertTrue(account.staged("shop").isEmpty());
        assertEquals(Map.of("production", OLD), account.live("shop"));
    }

    @Test
    void commitsTheStagedCodeUnderANewNumber() throws Exception {
        uploader.stage("shop");
        HttpResponse<String> response = uploader.commit("shop");
        assertEquals(200, response.statusCode(), response.body());
        JsonObject content = Caller.json(response).getAsJsonObject("Content");
        assertTrue(content.toString().matches("\\{\"CodeRevision\":\"[0-9]{19}\"}"), content.toString());
        String id = content.get("CodeRevision").getAsString();
        assertTrue(id.compareTo(OLD) > 0, id);
        assertEquals(List.of(OLD, id), account.revisions("shop"));
        assertArrayEquals(CodeUploads.CODE, account.code("shop", id));
        assertTrue(account.staged("shop").isEmpty());
        assertEquals(Map.of("staging", id, "production", OLD), account.live("shop"));
    }

    @Test
    void keepsARevisionInStagingThatWasPublishedInBetween() throws Exception {
        uploader.stage("shop");
        account.publish("shop", OLD, List.of("staging"));
        uploader.commit("shop");
        assertEquals(OLD, account.live("shop").get("staging"));
        assertEquals(2, account.revisions("shop").size());
    }

    @Test
    void createsALargerNumberThanAllBefore() throws Exception {
        account.ensure("shop", "4000000000000000000", List.of());
        account.ensure("shop", "named", List.of());
        uploader.stage("shop");
        uploader.commit("shop");
        assertEquals(List.of(OLD, "4000000000000000000", "named", "4000000000000000001"), account.revisions("shop"));
    }

    @Test
    void doesNotCommitTwice() throws Exception {
        uploader.stage("shop");
        uploader.commit("shop");
        assertGeneralError(
                "A server error occurred: (simulated) the routine has no staged code", uploader.commit("shop"));
        assertEquals(2, account.revisions("shop").size());
    }

    @Test
    void refusesAnUploadAfterTenRevisions() throws Exception {
        fill(10);
        assertGeneralError(LIMIT, caller.call("UploadStagingRoutineCode", Map.of("Name", "shop")));
    }

    @Test
    void countsStagedCodeAsOneRevision() throws Exception {
        fill(9);
        assertEquals(200, uploader.stage("shop").statusCode());
        assertGeneralError(LIMIT, caller.call("UploadStagingRoutineCode", Map.of("Name", "shop")));
        assertEquals(200, uploader.commit("shop").statusCode());
        assertEquals(10, account.revisions("shop").size());
    }

    @Test
    void refusesACommitAfterTenNumberedRevisions() throws Exception {
        uploader.stage("shop");
        fill(10);
        assertGeneralError(LIMIT, uploader.commit("shop"));
        assertTrue(account.staged("shop").isPresent());
        delete(account.revisions("shop").get(1));
        assertEquals(200, uploader.commit("shop").statusCode());
    }

    @Test
    void commitsFromManyThreadsWithDifferentNumbers() throws Exception {
        int count = 12;
        List<Callable<String>> deploys = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            String name = "shop" + at;
            account.ensure(name, List.of());
            uploader.stage(name);
            deploys.add(() -> revision(uploader.commit(name)));
        }
        assertEquals(count, new HashSet<>(all(deploys)).size());
    }

    @Test
    void commitsOneStagedCodeOnce() throws Exception {
        uploader.stage("shop");
        Callable<Integer> commit = () -> uploader.commit("shop").statusCode();
        assertEquals(1, Collections.frequency(all(Collections.nCopies(12, commit)), 200));
        assertEquals(2, account.revisions("shop").size());
    }

    @Test
    void uploadsWithANumberAndWithoutACommit() throws Exception {
        JsonObject content = upload();
        String id = content.get("CodeRevision").getAsString();
        assertTrue(id.matches("[0-9]{19}") && id.compareTo(OLD) > 0, id);
        assertEquals(List.of(OLD), account.revisions("shop"));
        Map<String, String> form = CodeUploads.form(content);
        assertEquals(200, uploader.post(form, CodeUploads.parts(form)).statusCode());
        assertEquals(List.of(OLD, id), account.revisions("shop"));
        assertArrayEquals(CodeUploads.CODE, account.code("shop", id));
        assertEquals(Map.of("production", OLD), account.live("shop"));
    }

    @Test
    void keepsOnlyTenRevisionsIfAFileIsLate() throws Exception {
        fill(9);
        Map<String, String> early = CodeUploads.form(upload());
        Map<String, String> late = CodeUploads.form(upload());
        assertEquals(200, uploader.post(early, CodeUploads.parts(early)).statusCode());
        HttpResponse<String> refused = uploader.post(late, CodeUploads.parts(late));
        assertEquals(400, refused.statusCode());
        assertTrue(refused.body().contains("you got upper limit of code revisions"), refused.body());
        assertEquals(10, account.revisions("shop").size());
        assertGeneralError(LIMIT, caller.call("UploadRoutineCode", Map.of("Name", "shop", "CodeDescription", "text")));
    }

    private JsonObject upload() throws Exception {
        return Caller.json(caller.call("UploadRoutineCode", Map.of("Name", "shop", "CodeDescription", "text")))
                .getAsJsonObject("Content");
    }

    @Test
    void returnsCode() throws Exception {
        uploader.stage("shop");
        String id = revision(uploader.commit("shop"));
        JsonObject content = describe(id);
        assertEquals(List.of("ErCode", "CodeDescription", "CreationTime"), List.copyOf(content.keySet()));
        assertArrayEquals(
                CodeUploads.CODE,
                Base64.getDecoder().decode(content.get("ErCode").getAsString()));
        assertEquals(
                "second é",
                new String(
                        Base64.getDecoder()
                                .decode(content.get("CodeDescription").getAsString()),
                        StandardCharsets.UTF_8));
        assertTrue(content.get("CreationTime").getAsString().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"));
    }

    @Test
    void returnsEmptyCodeIfATestGaveNone() throws Exception {
        assertEquals("", describe(OLD).get("ErCode").getAsString());
        account.ensure("shop", OLD, new byte[] {'h', 'i'}, List.of("staging"));
        assertEquals("aGk=", describe(OLD).get("ErCode").getAsString());
        assertEquals(Map.of("production", OLD), account.live("shop"));
    }

    @Test
    void deletesARevisionThatNoEnvironmentRuns() throws Exception {
        account.ensure("shop", "7", List.of());
        HttpResponse<String> response = delete("7");
        assertEquals("{\"Status\":\"OK\"}", Caller.json(response).get("Content").toString());
        assertEquals(List.of(OLD), account.revisions("shop"));
        assertThrows(NoSuchElementException.class, () -> account.code("shop", "7"));
        assertGeneralError("A server error occurred: (simulated) the routine shop has no code revision 7", delete("7"));
    }

    @Test
    void keepsARevisionThatRuns() throws Exception {
        assertGeneralError(
                "A server error occurred: (simulated) the code revision " + OLD
                        + " of the routine shop runs in an environment",
                delete(OLD));
        assertEquals(List.of(OLD), account.revisions("shop"));
    }

    @ParameterizedTest
    @CsvSource({
        "UploadRoutineCode, CodeDescription",
        "UploadStagingRoutineCode, ",
        "CommitStagingRoutineCode, CodeDescription",
        "DescribeRoutineCodeRevision, SelectCodeRevision",
        "DeleteRoutineCodeRevision, SelectCodeRevision"
    })
    void followsTheRulesOfAllOperations(String action, String mandatory) throws Exception {
        Map<String, String> form = new HashMap<>(Map.of("Name", "market", "SelectCodeRevision", OLD));
        form.put("CodeDescription", "text");
        assertGeneralError(
                "A server error occurred: (simulated) there is no routine market", caller.call(action, form));
        form.put("Name", "shop");
        assertEquals(
                "SignatureDoesNotMatch", code(caller.call(action, form, system -> system.put("Signature", "wrong"))));
        if (mandatory != null) {
            form.remove(mandatory);
            assertEquals("Missing" + mandatory, code(caller.call(action, form)));
        }
        form.remove("Name");
        assertEquals("MissingName", code(caller.call(action, form)));
    }

    @Test
    void returnsCodeOnlyForAnExistingRevision() throws Exception {
        assertGeneralError(
                "A server error occurred: (simulated) the routine shop has no code revision 1",
                caller.call("DescribeRoutineCodeRevision", Map.of("Name", "shop", "SelectCodeRevision", "1")));
    }

    @Test
    void usesFaultsForTheObjectStoreInTheOrderOfAllRequests() throws Exception {
        Map<String, String> form = uploader.form("shop");
        List<byte[]> parts = CodeUploads.parts(form);
        simulator.script(
                Fault.raw(200, "application/json", "{\"code\":500}"),
                Fault.error(503, "ServiceUnavailable", "Please <reduce> your rate."));
        assertEquals("{\"code\":500}", uploader.post(form, parts).body());
        HttpResponse<String> refused = uploader.post(form, parts);
        assertEquals(503, refused.statusCode());
        assertTrue(
                refused.body().contains("<Error><Code>ServiceUnavailable</Code><Message>Please &lt;reduce&gt; your"),
                refused.body());
        assertTrue(account.staged("shop").isEmpty());
        assertEquals(200, uploader.post(form, parts).statusCode());
        assertEquals(
                List.of("UploadStagingRoutineCode", "PostObject", "PostObject", "PostObject"),
                simulator.calls().stream().map(ReceivedCall::action).toList());
    }

    @Test
    void losesTheAnswerAfterTheCodeWasStored() throws Exception {
        simulator.script(Fault.NONE, Fault.cut().afterTheOperation());
        assertThrows(IOException.class, () -> uploader.stage("shop"));
        assertArrayEquals(CodeUploads.CODE, account.staged("shop").orElseThrow());
    }

    @Test
    void losesTheAnswerAfterTheCommit() throws Exception {
        uploader.stage("shop");
        simulator.script(Fault.cut().afterTheOperation());
        assertThrows(IOException.class, () -> uploader.commit("shop"));
        assertEquals(2, account.revisions("shop").size());
        assertTrue(account.staged("shop").isEmpty());
    }

    private void fill(int count) {
        for (int at = account.revisions("shop").size(); at < count; at++) {
            account.ensure("shop", "162087695999792480" + at, List.of());
        }
    }

    private HttpResponse<String> delete(String id) throws Exception {
        return caller.call("DeleteRoutineCodeRevision", Map.of("Name", "shop", "SelectCodeRevision", id));
    }

    private JsonObject describe(String id) throws Exception {
        return Caller.json(caller.call("DescribeRoutineCodeRevision", Map.of("Name", "shop", "SelectCodeRevision", id)))
                .getAsJsonObject("Content");
    }

    private static <T> List<T> all(List<Callable<T>> tasks) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> each : threads.invokeAll(tasks)) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    private static String revision(HttpResponse<String> response) {
        return Caller.json(response)
                .getAsJsonObject("Content")
                .get("CodeRevision")
                .getAsString();
    }

    private static String code(HttpResponse<String> response) {
        return Caller.json(response).get("Code").getAsString();
    }

    private static void assertGeneralError(String message, HttpResponse<String> response) {
        assertEquals(400, response.statusCode(), response.body());
        assertEquals("EdgeRoutine.GeneralError", code(response));
        assertEquals(message, Caller.json(response).get("Message").getAsString());
    }
}
