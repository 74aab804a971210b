// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.report;

import static io.github.edgeroutine.routine.FakeRoutines.failsAfter;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.github.edgeroutine.report.Chromium.Seen;
import io.github.edgeroutine.report.SeenPage.Shape;
import io.github.edgeroutine.report.SeenPage.Text;
import io.github.edgeroutine.routine.CallFailedException;
import io.github.edgeroutine.routine.CallFailedException.Effect;
import io.github.edgeroutine.routine.CallFailedException.Reason;
import io.github.edgeroutine.routine.FakeRoutines;
import io.github.edgeroutine.routine.FakeRoutines.Look;
import io.github.edgeroutine.routine.publish.RequestFor;
import java.awt.Color;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reader sees: the position and the color of each part of the page. */
class HtmlReportInChromiumTest {

    private static final String OWN = "document.title='owned'";
    private static final String HOSTILE =
            "<script>" + OWN + "</script><img src=x onerror=\"" + OWN + "\"> '\"&amp; javascript:1";
    private static final String LONG_NAME = "presetCanary" + "X".repeat(116);

    private static Chromium chromium;

    @TempDir
    private Path directory;

    @BeforeAll
    static void findTheBrowser() {
        chromium = Chromium.find();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aPartialFailureIsReadableOnADesktopAndOnAPhone(boolean dark) throws IOException, InterruptedException {
        Seen seen = look(SeenPage.around(mixed(), directory.resolve("measure.html")), dark);
        List<SeenPage> pages = SeenPage.of(seen);

        assertEquals(List.of(), seen.console());
        assertEquals(List.of(1280.0, 390.0), pages.stream().map(SeenPage::width).toList());
        for (SeenPage page : pages) {
            assertEquals("hello: failed", page.title());
            assertTrue(page.words().contains(HOSTILE), page.words());
            assertEquals(0, page.scripts());
            assertEquals(List.of(), page.requests());
            assertTrue(page.needed() <= page.width(), page.needed() + " px on " + page.width());
            assertEquals(
                    List.of(
                            "presetCanaryZhejiang: 16 > published > …924701",
                            "staging: unstable > not published > unstable",
                            "production: …924701 > up to date > …924701",
                            LONG_NAME.substring(0, 27) + "…: 17 > left behind > 17"),
                    page.lanes());
            assertNoTextIsInTheWayOfAnother(page);
            assertEverythingIsReadable(page);
            assertEquals(dark, Colors.luminance(page.paper()) < 0.1);
        }
        assertTheMarksAreInThePicture(pages.get(0), seen);
    }

    @Test
    void anUnknownRevisionHasADashedOutline() throws IOException, InterruptedException {
        Look denied = truth -> {
            throw new CallFailedException("no", Reason.DENIED, Effect.NONE, "Grant it.");
        };
        FakeRoutines account =
                new FakeRoutines(FakeRoutines.running("production=16")).looks(denied, denied, denied, denied);
        Path page = page(RequestFor.revision("17", "production"), account);

        SeenPage seen = SeenPage.of(look(SeenPage.around(page, directory.resolve("measure.html")), false))
                .get(0);

        assertEquals(List.of("production: ? > accepted, not read back > 17"), seen.lanes());
        assertEquals(
                List.of(true, false), seen.shapes().stream().map(Shape::dashed).toList());
    }

    /** The content security policy protects the reader even if the escaping is broken. */
    @Test
    void thePolicyBlocksScriptsAndRequests() throws IOException, InterruptedException {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        String away = "http://127.0.0.1:" + server.getAddress().getPort();
        String injected = "<script>" + OWN + "</script><script src='" + away + "/script'></script><img src='" + away
                + "/image' onerror=\"" + OWN + "\"><p style='background: url(" + away + "/style)'>x</p></body>";
        Path page = mixed();
        Files.writeString(page, Files.readString(page).replace("</body>", injected));
        try {
            Seen seen = look(page, false);

            assertTrue(seen.dom().contains("<title>hello: failed</title>"), seen.dom());
            assertEquals(List.of(), asked);
            assertFalse(seen.console().isEmpty());
        } finally {
            server.stop(0);
        }
    }

    private Seen look(Path page, boolean dark) throws IOException, InterruptedException {
        return chromium.look(page, dark, directory.resolve("browser"));
    }

    private Path mixed() throws IOException {
        CallFailedException failure = new CallFailedException(HOSTILE, Reason.REFUSED, Effect.UNKNOWN, "Look.");
        FakeRoutines account = new FakeRoutines(FakeRoutines.running(
                        "staging=unstable",
                        "production=1620876959997924701",
                        "presetCanaryZhejiang=16",
                        LONG_NAME + "=17"))
                .writes(failsAfter(failure, "presetCanaryZhejiang"));
        return page(RequestFor.revision("@production", "presetCanaryZhejiang", "staging", "production"), account);
    }

    private Path page(RequestFor request, FakeRoutines account) throws IOException {
        return ReportFixture.of(request, account).page(directory);
    }

    private static void assertNoTextIsInTheWayOfAnother(SeenPage page) {
        for (Text one : page.texts()) {
            assertTrue(one.left() >= 0 && one.right() <= page.width(), one.toString());
            for (Text other : page.texts()) {
                assertFalse(one != other && one.touches(other), one + " and " + other);
            }
        }
    }

    private static void assertEverythingIsReadable(SeenPage page) {
        page.ink().forEach(ink -> assertReadable(ink, page.paper()));
        page.texts().forEach(text -> assertReadable(text.color(), text.under() == null ? page.paper() : text.under()));
    }

    private static void assertReadable(String ink, String paper) {
        assertTrue(Colors.contrast(ink, paper) >= 4.5, ink + " on " + paper);
    }

    private static void assertTheMarksAreInThePicture(SeenPage page, Seen seen) {
        assertEquals(
                3,
                page.shapes().stream()
                        .filter(shape -> shape.round() && !shape.fill().equals(page.paper()))
                        .count());
        for (Shape shape : page.shapes()) {
            int x = (int) shape.left() + 6;
            int y = (int) (shape.top() + shape.bottom()) / 2;
            assertEquals(Colors.of(shape.fill()), new Color(seen.picture().getRGB(x, y)), shape.toString());
        }
    }
}
