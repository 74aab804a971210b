// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.esa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.edgeroutine.fixture.EsaExtension;
import io.github.edgeroutine.simulator.Caller;
import io.github.edgeroutine.simulator.Fault;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EsaRoutineOperationsTest {

    @RegisterExtension
    private final EsaExtension extension = new EsaExtension(new EsaPlan("two", "er_free", 2, 5));

    private final EsaAccount account = extension.account();
    private final EsaCalls calls = new EsaCalls(extension.caller());

    @Test
    void aRoutineHasBothEnvironmentsAndRunsNothingAtFirst() throws Exception {
        assertEquals(
                "{\"Status\":\"OK\"}",
                calls.answer("CreateRoutine", "Name", "shop", "Description", "d é", "HasAssets", "true")
                        .toString());
        JsonObject routine = calls.answer("GetRoutine", "Name", "shop");
        assertTrue(routine.remove("CreateTime").getAsString().matches("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ"));
        String host = routine.remove("DefaultRelatedRecord").getAsString();
        assertTrue(host.matches("shop\\.[0-9a-f]{8}\\.er\\.aliyun-esa\\.net"), host);
        assertEquals(
                "{\"Description\":\"ZCDDqQ==\",\"HasAssets\":true,"
                        + "\"Envs\":[{\"Env\":\"production\"},{\"Env\":\"staging\"}]}",
                routine.toString());
    }

    @Test
    void aRoutineShowsItsDeployments() throws Exception {
        account.deploy("shop", "staging", Map.of("1", 100));
        JsonObject routine = calls.answer("GetRoutine", "Name", "shop");
        JsonObject deployment =
                routine.getAsJsonArray("Envs").get(1).getAsJsonObject().getAsJsonObject("CodeDeploy");
        deployment.remove("CreationTime");
        JsonObject share = deployment.getAsJsonArray("CodeVersions").get(0).getAsJsonObject();
        assertTrue(share.remove("CreateTime").getAsString().startsWith("20"));
        assertEquals(
                "{\"DeployId\":\"589267\",\"Strategy\":\"percentage\","
                        + "\"CodeVersions\":[{\"CodeVersion\":\"1\",\"Percentage\":100,\"Description\":\"\"}]}",
                deployment.toString());
        assertEquals(
                "{\"Env\":\"production\"}",
                routine.getAsJsonArray("Envs").get(0).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"s", "Shop", "1shop", "-shop", "shop_1", "shöp"})
    void refusesOtherNames(String name) throws Exception {
        assertEquals(
                "InvalidParameter: (simulated) Name must be lowercase letters, digits and hyphens, and begin with a"
                        + " letter",
                calls.refusal("CreateRoutine", "Name", name));
    }

    @Test
    void refusesAUsedNameAndARoutineBeyondThePlan() throws Exception {
        calls.answer("CreateRoutine", "Name", "shop");
        assertEquals(
                "RoutineAlreadyExist: (simulated) there is a routine shop already",
                calls.refusal("CreateRoutine", "Name", "shop"));
        calls.answer("CreateRoutine", "Name", "shop-2");
        assertEquals(
                "RoutineNumberExceedQuotaLimit: (simulated) the account has as many routines as its plan admits",
                calls.refusal("CreateRoutine", "Name", "blog"));
    }

    @Test
    void listsRoutinesByPage() throws Exception {
        calls.answer("CreateRoutine", "Name", "shop", "Description", "d");
        calls.answer("CreateRoutine", "Name", "blog");
        JsonObject all = calls.answer("ListUserRoutines");
        JsonObject first = all.getAsJsonArray("Routines").get(0).getAsJsonObject();
        assertEquals(
                List.of("RoutineName", "CreateTime", "Description", "HasAssets", "DefaultRelatedRecord"),
                List.copyOf(first.keySet()));
        assertEquals("shop", first.get("RoutineName").getAsString());
        assertEquals("ZA==", first.get("Description").getAsString());
        all.remove("Routines");
        assertEquals(
                "{\"PageNumber\":1,\"PageSize\":20,\"TotalCount\":2,\"QuotaRoutineNumber\":2,\"UsedRoutineNumber\":2}",
                all.toString());
        assertEquals("blog", name(calls.answer("ListUserRoutines", "PageNumber", "2", "PageSize", "1")));
        JsonObject found = calls.answer("ListUserRoutines", "SearchKeyWord", "blo");
        assertEquals("blog", name(found));
        assertEquals(1, found.get("TotalCount").getAsInt());
        assertEquals(
                "InvalidParameter: (simulated) PageNumber must be a number from 1 to 10, but is 11",
                calls.refusal("ListUserRoutines", "PageNumber", "11"));
    }

    private static String name(JsonObject list) {
        return list.getAsJsonArray("Routines")
                .get(0)
                .getAsJsonObject()
                .get("RoutineName")
                .getAsString();
    }

    @Test
    void deletesARoutine() throws Exception {
        account.publish("shop", "1", List.of("production"));
        assertEquals(
                "{\"Status\":\"OK\"}",
                calls.answer("DeleteRoutine", "Name", "shop").toString());
        assertEquals(List.of(), account.versions("shop"));
        calls.answer("CreateRoutine", "Name", "shop");
    }

    @Test
    void returnsThePlanAndThatTheServiceIsActive() throws Exception {
        assertEquals(
                "{\"PlanInfo\":[{\"PlanName\":\"two\",\"PaymentMethod\":\"er_free\",\"BillingMode\":\"POSTPAY\","
                        + "\"ErRoutineQuota\":\"2\",\"ErRoutineCodeVersionQuota\":\"5\","
                        + "\"ErRoutineRouteSiteCountQuota\":\"100\"}],"
                        + "\"PageNumber\":1,\"PageSize\":20,\"TotalCount\":1,\"TotalPage\":1}",
                calls.answer("ListEdgeRoutinePlans").toString());
        assertEquals(
                "{\"Status\":\"Running\",\"PlanName\":\"two\"}",
                calls.answer("GetErService").toString());
    }

    @ParameterizedTest
    @CsvSource({
        "GetRoutine, ",
        "DeleteRoutine, ",
        "GetRoutineStagingCodeUploadInfo, ",
        "CommitRoutineStagingCode, ",
        "CreateRoutineWithAssetsCodeVersion, ",
        "ListRoutineCodeVersions, ",
        "GetRoutineCodeVersion, CodeVersion",
        "GetRoutineCodeVersionInfo, CodeVersion",
        "DeleteRoutineCodeVersion, CodeVersion",
        "PublishRoutineCodeVersion, Env",
        "CreateRoutineCodeDeployment, Env",
        "CreateRoutineCodeDeployment, Strategy",
        "CreateRoutineCodeDeployment, CodeVersions",
        "SetRoutineEnvironmentVariables, Env",
        "SetRoutineEnvironmentVariables, EnvironmentVariables",
        "ListRoutineEnvironmentVariables, Env",
        "DeleteRoutineEnvironmentVariables, Env",
        "DeleteRoutineEnvironmentVariables, EnvironmentVariableKeys"
    })
    void followsTheRulesOfAllOperations(String action, String mandatory) throws Exception {
        Map<String, String> form = new HashMap<>(Map.of(
                "Name", "market",
                "CodeVersion", "1",
                "Env", "staging",
                "Strategy", "percentage",
                "CodeVersions", EsaCalls.shares("1", 100),
                "EnvironmentVariables", "{}",
                "EnvironmentVariableKeys", "[]"));
        assertEquals(
                "RoutineNotExist: The routine name does not exist. Check the routine name and try again.",
                refusal(action, form));
        if (mandatory != null) {
            form.remove(mandatory);
            assertEquals(
                    "Missing" + mandatory + ": " + mandatory + " is mandatory for this action.", refusal(action, form));
        }
        form.remove("Name");
        assertTrue(refusal(action, form).startsWith("Missing"), refusal(action, form));
        HttpResponse<String> unsigned =
                extension.caller().call(action, form, system -> system.put("Signature", "wrong"));
        assertEquals("SignatureDoesNotMatch", Caller.json(unsigned).get("Code").getAsString());
    }

    private String refusal(String action, Map<String, String> form) throws Exception {
        HttpResponse<String> response = extension.caller().call(action, form);
        assertEquals(400, response.statusCode(), response.body());
        JsonObject error = Caller.json(response);
        return error.get("Code").getAsString() + ": " + error.get("Message").getAsString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GetRoutineUserInfo", "CreateRoutineRoute", "ListRoutineCanaryAreas", "DescribeRoutine"})
    void doesNotKnowOtherOperations(String action) throws Exception {
        HttpResponse<String> response = calls.call(action, "Name", "shop");
        assertEquals(404, response.statusCode());
        assertEquals("InvalidApi.NotFound", Caller.json(response).get("Code").getAsString());
    }

    @Test
    void canRemoveAnOperation() throws Exception {
        account.ensure("shop", "1", List.of());
        extension.simulator().scriptForever("CreateRoutineCodeDeployment", Fault.UNKNOWN_OPERATION);
        HttpResponse<String> response = calls.deploy("shop", "production", EsaCalls.shares("1", 100));
        assertEquals(404, response.statusCode());
        assertEquals("InvalidApi.NotFound", Caller.json(response).get("Code").getAsString());
        calls.answer("PublishRoutineCodeVersion", "Name", "shop", "Env", "production", "CodeVersion", "1");
        assertEquals(Map.of("production", Map.of("1", 100)), account.live("shop"));
    }

    @Test
    void acceptsParametersInTheQuery() throws Exception {
        account.ensure("shop", List.of());
        Map<String, String> query =
                extension.caller().signed("GetRoutine", Map.of(), system -> system.put("Name", "shop"));
        HttpResponse<String> response = extension
                .caller()
                .send(HttpRequest.newBuilder(URI.create(extension.endpoint() + "/?" + Caller.encode(query)))
                        .POST(HttpRequest.BodyPublishers.noBody()));
        assertEquals(200, response.statusCode(), response.body());
    }

    @Test
    void acceptsAJsonBodyThatV1DoesNotSign() throws Exception {
        account.ensure("shop", List.of());
        Map<String, String> query =
                extension.caller().signed("GetRoutineStagingCodeUploadInfo", Map.of(), system -> {});
        HttpResponse<String> response = extension
                .caller()
                .send(HttpRequest.newBuilder(URI.create(extension.endpoint() + "/?" + Caller.encode(query)))
                        .header("Content-Type", "application/json; charset=utf-8")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"Name\":\"shop\",\"CodeDescription\":null,\"Number\":7,\"Object\":{\"a\":[1]}}")));
        assertEquals(200, response.statusCode(), response.body());
        assertEquals(
                Map.of("Name", "shop", "Number", "7", "Object", "{\"a\":[1]}"),
                extension.simulator().calls().get(0).form());
    }

    @ParameterizedTest
    @CsvSource({
        "LOCK_FAILED, LockFailed, (simulated) another write to this routine came in between",
        "SITE_SERVICE_BUSY, Site.ServiceBusy, (simulated) the site is busy",
        "TOO_MANY_REQUESTS, TooManyRequests, (simulated) there are too many requests",
        "THROTTLING_API, Throttling.Api, Request was denied due to api flow control.",
        "INTERNAL_EXCEPTION, InternalException, "
                + "Failed to call the service. Try again later or contact technical support."
    })
    void refusesInTheKnownWays(String fault, String code, String message) throws Exception {
        extension.simulator().script((Fault) EsaFault.class.getField(fault).get(null));
        assertEquals(code + ": " + message, calls.refusal("GetRoutine", "Name", "shop"));
    }
}
