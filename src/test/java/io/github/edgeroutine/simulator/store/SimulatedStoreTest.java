// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.simulator.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.edgeroutine.fixture.SimulatorExtension;
import io.github.edgeroutine.simulator.AccessKey;
import io.github.edgeroutine.simulator.Caller;
import io.github.edgeroutine.simulator.Simulator;
import io.github.edgeroutine.simulator.dcdn.CodeUploads;
import io.github.edgeroutine.simulator.dcdn.DcdnAccount;
import io.github.edgeroutine.simulator.wire.FormPart;
import io.github.edgeroutine.simulator.wire.ReceivedCall;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedStoreTest {

    private static final String REPLY = "{\"code\":200,\"message\":\"(simulated) the code is stored\"}";

    /** The number of seconds by which the clock of the service is set forward. */
    private final AtomicLong late = new AtomicLong();

    @RegisterExtension
    private final SimulatorExtension extension =
            new SimulatorExtension(AccessKey.random(), () -> Instant.now().plusSeconds(late.get()));

    private final DcdnAccount account = extension.account();
    private final Simulator simulator = extension.simulator();
    private final Caller caller = extension.caller();
    private final CodeUploads uploader = new CodeUploads(caller);

    @BeforeEach
    void fillAccount() {
        account.publish("shop", "1620876959997924701", List.of("production", "staging"));
    }

    @Test
    void returnsTheFieldsOfTheForm() throws Exception {
        Map<String, String> form = uploader.form("shop");
        assertEquals(
                List.of("OSSAccessKeyId", "Signature", "policy", "callback", "x:codeDescription", "key", "Url"),
                List.copyOf(form.keySet()));
        assertEquals("first é", plain(form.get("x:codeDescription")));
        assertTrue(form.get("Signature").matches("[A-Za-z0-9+/]{27}="), form.get("Signature"));
        assertTrue(plain(form.get("policy")).matches("\\{\"expiration\":\"[-0-9]{10}T[0-9:]{8}Z\",.*}"));
        assertTrue(plain(form.get("callback")).startsWith("{\"callbackUrl\":\"http"));
        assertTrue(form.get("key").matches("shop\\.[0-9]{3}\\.[0-9]{11}\\.js"), form.get("key"));
        assertTrue(form.get("Url").matches(simulator.endpoint() + "/oss/dcdn/[A-Za-z0-9]{20}"), form.get("Url"));
        Map<String, String> other = uploader.form("shop");
        for (String name : List.of("OSSAccessKeyId", "Signature", "policy", "key")) {
            assertFalse(form.get(name).equals(other.get(name)), name);
        }
    }

    @Test
    void storesTheFileAndRunsItInStaging() throws Exception {
        HttpResponse<String> response = uploader.stage("shop");
        assertEquals(200, response.statusCode());
        assertEquals(REPLY, response.body());
        assertEquals(
                "application/json",
                response.headers().firstValue("content-type").orElseThrow());
        assertArrayEquals(CodeUploads.CODE, account.staged("shop").orElseThrow());
        assertEquals(Map.of("staging", "unstable", "production", "1620876959997924701"), account.live("shop"));
        assertEquals(List.of("1620876959997924701"), account.revisions("shop"));
    }

    @Test
    void acceptsARequestWrittenByHand() throws Exception {
        Map<String, String> form = uploader.form("shop");
        StringBuilder body = new StringBuilder();
        for (String name : List.of("OSSAccessKeyId", "x:codedescription", "policy", "Signature", "key", "callback")) {
            String value = form.get(name.equals("x:codedescription") ? "x:codeDescription" : name);
            body.append("--AaB03x\r\ncontent-disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n");
        }
        body.append("--AaB03x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.js\"\r\n\r\n"
                + "\r\nx\r\n\r\n--AaB03x--");
        URI url = URI.create(form.get("Url"));
        String request = "POST " + url.getPath() + " HTTP/1.1\r\nHost: " + url.getAuthority()
                + "\r\nContent-Type: multipart/form-data; charset=utf-8; boundary=\"AaB03x\"\r\nContent-Length: "
                + body.length() + "\r\nConnection: close\r\n\r\n" + body;
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 200 OK\r\n"), answer);
            assertTrue(answer.endsWith("\r\n\r\n" + REPLY), answer);
        }
        assertArrayEquals(
                "\r\nx\r\n".getBytes(StandardCharsets.UTF_8),
                account.staged("shop").orElseThrow());
        assertEquals(null, simulator.calls().get(1).file().orElseThrow().contentType());
    }

    @Test
    void recordsThePostWithItsFile() throws Exception {
        Map<String, String> form = uploader.form("shop");
        uploader.post(form, CodeUploads.parts(form));
        ReceivedCall call = simulator.calls().get(1);
        assertEquals("PostObject", call.action());
        assertEquals("POST", call.method());
        assertEquals(Map.of(), call.query());
        Map<String, String> fields = new LinkedHashMap<>(form);
        fields.remove("Url");
        assertEquals(List.copyOf(fields.entrySet()), List.copyOf(call.form().entrySet()));
        FormPart file = call.file().orElseThrow();
        assertEquals("file", file.name());
        assertEquals("index.js", file.fileName());
        assertEquals("text/javascript", file.contentType());
        assertArrayEquals(CodeUploads.CODE, file.bytes());
        assertFalse(call.chunked());
        assertFalse((call + " " + file).contains(form.get("Signature")));
        assertTrue(simulator.calls().get(0).file().isEmpty());
    }

    @Test
    void acceptsABodyInChunksAndRecordsIt() throws Exception {
        Map<String, String> form = uploader.form("shop");
        byte[] body = CodeUploads.body(CodeUploads.parts(form));
        HttpResponse<String> response = uploader.post(
                form, CodeUploads.FORM, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
        assertEquals(REPLY, response.body());
        assertTrue(simulator.calls().get(1).chunked());
        assertArrayEquals(CodeUploads.CODE, account.staged("shop").orElseThrow());
    }

    @Test
    void acceptsEveryByteAndAnEmptyFile() throws Exception {
        byte[] every = new byte[256];
        for (int at = 0; at < every.length; at++) {
            every[at] = (byte) at;
        }
        for (byte[] code : List.of(every, new byte[0])) {
            Map<String, String> form = uploader.form("shop");
            List<byte[]> parts = CodeUploads.parts(form);
            parts.set(6, CodeUploads.file(code));
            assertEquals(REPLY, uploader.post(form, parts).body());
            assertArrayEquals(code, account.staged("shop").orElseThrow());
        }
    }

    @Test
    void ignoresAnUnknownField() throws Exception {
        Map<String, String> form = uploader.form("shop");
        List<byte[]> parts = CodeUploads.parts(form);
        parts.add(0, CodeUploads.field("success_action_status", "200"));
        assertEquals(REPLY, uploader.post(form, parts).body());
    }

    @ParameterizedTest
    @CsvSource({
        "OSSAccessKeyId, 403, InvalidAccessKeyId",
        "Signature, 403, SignatureDoesNotMatch",
        "policy, 403, AccessDenied",
        "callback, 400, InvalidArgument",
        "x:codeDescription, 400, InvalidArgument",
        "key, 400, InvalidArgument"
    })
    void refusesAChangedField(String name, int status, String code) throws Exception {
        Map<String, String> form = uploader.form("shop");
        Map<String, String> wrong = new LinkedHashMap<>(form);
        wrong.put(name, form.get(name) + "x");
        assertRefused(status, code, uploader.post(form, CodeUploads.parts(wrong)));
        // A refused form does not use its policy.
        assertEquals(REPLY, uploader.post(form, CodeUploads.parts(form)).body());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void refusesAMissingOrDuplicateField(int at) throws Exception {
        Map<String, String> form = uploader.form("shop");
        String name = List.copyOf(form.keySet()).get(at);
        List<byte[]> parts = CodeUploads.parts(form);
        List<byte[]> twice = new ArrayList<>(parts);
        twice.add(0, parts.get(at));
        parts.remove(at);
        assertRefused(
                400,
                "InvalidArgument</Code><Message>(simulated) the field " + name + " is missing",
                uploader.post(form, parts));
        assertRefused(
                400,
                "InvalidArgument</Code><Message>(simulated) the field " + name + " is there twice",
                uploader.post(form, twice));
    }

    @Test
    void refusesAFileThatIsMissingOrNotLastOrDuplicate() throws Exception {
        Map<String, String> form = uploader.form("shop");
        List<byte[]> parts = CodeUploads.parts(form);
        assertRefused(400, "InvalidArgument", uploader.post(form, parts.subList(0, 6)));
        List<byte[]> twice = new ArrayList<>(parts);
        twice.add(parts.get(6));
        assertRefused(400, "InvalidArgument", uploader.post(form, twice));
        Collections.swap(parts, 5, 6);
        assertRefused(400, "InvalidArgument", uploader.post(form, parts));
    }

    @Test
    void acceptsAPolicyOnce() throws Exception {
        Map<String, String> form = uploader.form("shop");
        List<byte[]> parts = CodeUploads.parts(form);
        assertEquals(200, uploader.post(form, parts).statusCode());
        assertEquals(403, uploader.post(form, parts).statusCode());
    }

    @Test
    void acceptsAPolicyOnceFromManyThreads() throws Exception {
        Map<String, String> form = uploader.form("shop");
        Callable<Integer> post =
                () -> uploader.post(form, CodeUploads.parts(form)).statusCode();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> each : threads.invokeAll(Collections.nCopies(16, post))) {
                statuses.add(each.get());
            }
            assertEquals(Set.of(200, 403), new HashSet<>(statuses));
            assertEquals(1, Collections.frequency(statuses, 200));
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void acceptsAPolicyForHalfAnHour() throws Exception {
        Map<String, String> form = uploader.form("shop");
        late.set(30 * 60 + 1);
        assertRefused(403, "AccessDenied", uploader.post(form, CodeUploads.parts(form)));
        late.set(29 * 60);
        assertEquals(200, uploader.post(form, CodeUploads.parts(form)).statusCode());
    }

    @Test
    void answersInTheXmlOfAnObjectStore() throws Exception {
        Map<String, String> form = uploader.form("shop");
        form.put("Signature", "x");
        HttpResponse<String> response = uploader.post(form, CodeUploads.parts(form));
        assertEquals(
                "application/xml", response.headers().firstValue("content-type").orElseThrow());
        String host = simulator.endpoint().getAuthority();
        assertTrue(
                response.body()
                        .matches("<\\?xml version=\"1.0\" encoding=\"UTF-8\"\\?><Error>"
                                + "<Code>SignatureDoesNotMatch</Code><Message>The request signature we calculated .*"
                                + "</Message><RequestId>[0-9A-F]{24}</RequestId><HostId>" + host
                                + "</HostId></Error>"),
                response.body());
    }

    @Test
    void refusesAnotherMethodOrAnotherBucket() throws Exception {
        Map<String, String> form = uploader.form("shop");
        HttpResponse<String> get = caller.send(HttpRequest.newBuilder(URI.create(form.get("Url"))));
        assertRefused(405, "MethodNotAllowed", get);
        form.put("Url", form.get("Url") + "x");
        assertRefused(404, "NoSuchBucket", uploader.post(form, CodeUploads.parts(form)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "multipart/form-data",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=other",
                "multipart/mixed; boundary=frontier"
            })
    void refusesABodyOfAnotherType(String contentType) throws Exception {
        Map<String, String> form = uploader.form("shop");
        byte[] body = CodeUploads.body(CodeUploads.parts(form));
        assertRefused(400, "MalformedPOSTRequest", uploader.post(form, contentType, BodyPublishers.ofByteArray(body)));
    }

    /** Here ~ means both bytes of a line break, and | means only the second one. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', textBlock = """
                    --frontier--~,     ``
                    --frontier--,      --frontier
                    --frontier--,      --frontier--x
                    form-data; name="key", form-data
                    form-data; name="key", attachment; name="key"
                    name="key",        name=key
                    name="key",        filename="key"
                    --frontier~,       --frontier|
                    --frontier~,       ~--frontier~
                    """)
    void refusesAMalformedForm(String before, String after) throws Exception {
        Map<String, String> form = uploader.form("shop");
        String body = new String(CodeUploads.body(CodeUploads.parts(form)), StandardCharsets.ISO_8859_1);
        String broken = body.replace(
                before.replace("~", "\r\n"), after.replace("~", "\r\n").replace("|", "\n"));
        assertFalse(broken.equals(body));
        assertRefused(
                400,
                "MalformedPOSTRequest",
                uploader.post(
                        form,
                        CodeUploads.FORM,
                        BodyPublishers.ofByteArray(broken.getBytes(StandardCharsets.ISO_8859_1))));
    }

    private void assertRefused(int status, String code, HttpResponse<String> response) {
        assertTrue(response.body().contains("<Error><Code>" + code + "<"), response.body());
        assertEquals(status, response.statusCode());
        assertTrue(account.staged("shop").isEmpty());
        assertEquals("1620876959997924701", account.live("shop").get("staging"));
    }

    private static String plain(String base64) {
        return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
    }
}
