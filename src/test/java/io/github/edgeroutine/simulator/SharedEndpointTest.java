// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import io.github.edgeroutine.simulator.store.SimulatedStore;
import io.github.edgeroutine.simulator.wire.RequestHandler;
import io.github.edgeroutine.simulator.wire.ServiceRefusal;
import io.github.edgeroutine.simulator.wire.SimulatedAnswer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two services behind one endpoint, with the same operation name and separate stores. */
class SharedEndpointTest {

    private final AccessKey key = AccessKey.random();
    private final Shelf books = new Shelf("books", "2020-01-01");
    private final Shelf songs = new Shelf("songs", "2021-01-01");
    private Simulator simulator;
    private Caller caller;

    /** A service that stores one file. */
    private static final class Shelf implements SimulatedService {

        private final String product;
        private final String version;
        private final SimulatedStore store;
        private String kept = "nothing";

        Shelf(String product, String version) {
            this.product = product;
            this.version = version;
            this.store = new SimulatedStore(product);
        }

        @Override
        public String product() {
            return product;
        }

        @Override
        public String version() {
            return version;
        }

        @Override
        public Map<String, SimulatedOperation> operations() {
            return Map.of("Show", this::show, "Refuse", this::refuse, "Put", this::put);
        }

        @Override
        public List<RequestHandler> handlers() {
            return List.of(store);
        }

        private JsonObject show(OperationRequest request) throws ServiceRefusal {
            JsonObject answer = new JsonObject();
            answer.addProperty("Kept", request.mandatory("Name") + " " + kept);
            return answer;
        }

        private JsonObject refuse(OperationRequest request) throws ServiceRefusal {
            throw new ServiceRefusal(409, "Shelf.Full", "The shelf is full.");
        }

        /** Every file gets the same name here. */
        private JsonObject put(OperationRequest request) {
            JsonObject answer = new JsonObject();
            store.handOut("file", Map.of("x-extra", "1"), request.time().plus(Duration.ofMinutes(5)), this::keep)
                    .forEach(answer::addProperty);
            answer.addProperty("Url", store.url(request.endpoint()).toString());
            return answer;
        }

        private SimulatedAnswer keep(byte[] file, Instant time) {
            kept = new String(file, UTF_8);
            return new SimulatedAnswer(204, null, "");
        }
    }

    @BeforeEach
    void start() throws Exception {
        simulator = Simulator.start(key, books, songs);
        caller = new Caller(simulator, key);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void aCallReachesTheServiceOfItsVersion() throws Exception {
        books.kept = "a novel";
        songs.kept = "a ballad";

        assertEquals("my a novel", kept(books));
        assertEquals("my a ballad", kept(songs));
    }

    @Test
    void aRefusalNamesItsService() throws Exception {
        HttpResponse<String> response = call(songs, "Refuse");

        assertEquals(409, response.statusCode());
        JsonObject error = Caller.json(response);
        assertEquals("Shelf.Full", error.get("Code").getAsString());
        assertEquals("songs.aliyuncs.com", error.get("HostId").getAsString());
        assertTrue(error.get("Recommend").getAsString().contains("&product=songs&"), error.toString());
        assertEquals(
                "books.aliyuncs.com",
                Caller.json(call(books, "Refuse")).get("HostId").getAsString());
    }

    @Test
    void anUnknownVersionIsNotFound() throws Exception {
        HttpResponse<String> response = call(new Shelf("films", "2022-01-01"), "Show");

        assertEquals(404, response.statusCode());
        assertEquals("InvalidApi.NotFound", Caller.json(response).get("Code").getAsString());
        assertEquals("books.aliyuncs.com", Caller.json(response).get("HostId").getAsString());
    }

    @Test
    void aFileReachesTheServiceOfItsForm() throws Exception {
        Map<String, String> first = form(songs);
        Map<String, String> second = form(songs);
        assertEquals(
                List.of("OSSAccessKeyId", "Signature", "policy", "x-extra", "key", "Url", "RequestId"),
                List.copyOf(first.keySet()));

        assertEquals(204, post(first, "a ballad").statusCode());
        assertEquals("my a ballad", kept(songs));
        assertEquals(204, post(second, "a hymn").statusCode(), "the name of the file is the same, its policy is not");
        assertEquals("my a hymn", kept(songs));
        assertEquals("my nothing", kept(books));
    }

    @Test
    void aFormIsRefusedByTheOtherStore() throws Exception {
        Map<String, String> form = form(songs);
        form.put("Url", form(books).get("Url"));

        HttpResponse<String> response = post(form, "a ballad");

        assertEquals(403, response.statusCode());
        assertTrue(response.body().contains("<Code>AccessDenied</Code>"), response.body());
        assertEquals("my nothing", kept(books));
    }

    @Test
    void allServicesShareTheQuotaTheFaultsAndTheOddAnswers() throws Exception {
        simulator.answerOddly(OddRpcAnswer.CODE_OF_SUCCESS);
        simulator.script("Show", Fault.NONE, Fault.raw(502, "text/plain", "down"));
        simulator.limit(3);

        assertEquals("200", Caller.json(call(books, "Show")).get("Code").getAsString());
        assertEquals("down", call(songs, "Show").body());
        assertEquals("200", Caller.json(call(songs, "Show")).get("Code").getAsString());
        assertEquals(
                "Throttling.User", Caller.json(call(books, "Show")).get("Code").getAsString());
    }

    @Test
    void doesNotStartIfServicesHaveTheSameVersionOrPath() {
        assertEquals("a simulator needs a service", refusalToStart());
        assertEquals(
                "two services have the version 2020-01-01", refusalToStart(books, new Shelf("films", "2020-01-01")));
        assertEquals("two handlers answer below /oss/books/", refusalToStart(books, new Shelf("books", "2022-01-01")));
    }

    private String refusalToStart(SimulatedService... services) {
        return assertThrows(IllegalArgumentException.class, () -> Simulator.start(key, services))
                .getMessage();
    }

    private String kept(Shelf service) throws Exception {
        return Caller.json(call(service, "Show")).get("Kept").getAsString();
    }

    private Map<String, String> form(Shelf service) throws Exception {
        Map<String, String> form = new LinkedHashMap<>();
        Caller.json(call(service, "Put"))
                .entrySet()
                .forEach(each -> form.put(each.getKey(), each.getValue().getAsString()));
        return form;
    }

    private HttpResponse<String> post(Map<String, String> form, String file) throws Exception {
        StringBuilder body = new StringBuilder();
        form.forEach((name, value) ->
                body.append("--b\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n"));
        body.append("--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n" + file + "\r\n--b--\r\n");
        return caller.send(HttpRequest.newBuilder(URI.create(form.get("Url")))
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    private HttpResponse<String> call(Shelf service, String action) throws Exception {
        return caller.call(action, Map.of("Name", "my"), system -> system.put("Version", service.version()));
    }
}
