// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Checks what an IDE and the help goal show about the goals and their parameters. */
class DescriptorTest {

    private static final Path DESCRIPTOR = Path.of("target/classes/META-INF/maven/plugin.xml");
    private static final Path M2E = Path.of("target/classes/META-INF/m2e/lifecycle-mapping-metadata.xml");

    @Test
    void describesEveryGoalInSentences() throws Exception {
        goals().forEach(goal -> assertDescribed(text(goal, "goal"), goal));
    }

    @Test
    void describesEveryParameterInSentences() throws Exception {
        goals().forEach(goal -> elements(goal.getElementsByTagName("parameter"))
                .filter(parameter -> text(parameter, "editable").equals("true"))
                .forEach(parameter -> assertDescribed(text(goal, "goal") + "." + text(parameter, "name"), parameter)));
    }

    @Test
    void keepsEclipseFromRunningAnyGoal() throws Exception {
        Set<String> described = goals().map(goal -> text(goal, "goal")).collect(toSet());
        Set<String> mapped = elements(parse(M2E).getElementsByTagName("goal"))
                .map(Element::getTextContent)
                .collect(toSet());
        assertEquals(described, mapped);
    }

    /** Some IDEs read a description as HTML, others and the help goal as plain text, so it must not contain markup. */
    private static void assertDescribed(String what, Element element) {
        String description = text(element, "description");
        assertTrue(
                description.matches("(?s)[\\p{Lu}\\d][^<>&{}]*\\."),
                what + " needs sentences without markup, but has: " + description);
        assertTrue(text(element, "since").matches("\\d+\\.\\d+\\.\\d+"), what + " needs a @since");
    }

    /** All goals except help, which the build generates. */
    private static Stream<Element> goals() throws IOException, ParserConfigurationException, SAXException {
        return elements(parse(DESCRIPTOR).getElementsByTagName("mojo"))
                .filter(goal -> !text(goal, "goal").equals("help"));
    }

    private static Document parse(Path file) throws IOException, ParserConfigurationException, SAXException {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast);
    }

    /** The text of a direct child of the element. Empty if it is missing. */
    private static String text(Element element, String child) {
        return elements(element.getElementsByTagName(child))
                .filter(node -> node.getParentNode() == element)
                .map(Element::getTextContent)
                .findFirst()
                .orElse("");
    }
}
