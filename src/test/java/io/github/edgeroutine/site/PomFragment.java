// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.site;

import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** XML of a POM or of settings.xml. Tests compare only its structure. */
record PomFragment(String xml, Descriptor descriptor) {

    private static final Map<String, String> NESTED = Map.of(
            "probes", "io.github.edgeroutine.mojo.parameters.ProbeSetting",
            "environmentSettings", "io.github.edgeroutine.mojo.parameters.EnvironmentSetting",
            "rollout", "io.github.edgeroutine.mojo.parameters.RolloutSetting");

    /** Lists of the same kind that are read together. */
    private static final Map<String, Set<String>> READ_TOGETHER =
            Map.of("variables", Set.of("name", "value"), "secrets", Set.of("name", "serverId", "env"));

    /** Elements that Maven would refuse or silently ignore. */
    List<String> faults() {
        List<String> faults = new ArrayList<>();
        try {
            Element root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader("<fragment>" + xml + "</fragment>")))
                    .getDocumentElement();
            elements(root.getElementsByTagName("configuration"))
                    .filter(PomFragment::isOurs)
                    .forEach(configuration -> check(configuration, faults));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            faults.add(e.toString());
        }
        return faults;
    }

    /** A separate one belongs to this plugin too. The one of a server belongs to Maven. */
    private static boolean isOurs(Element configuration) {
        Element holder = (Element) configuration.getParentNode();
        while (!Set.of("fragment", "plugin", "server").contains(holder.getTagName())) {
            holder = (Element) holder.getParentNode();
        }
        return switch (holder.getTagName()) {
            case "plugin" ->
                children(holder).anyMatch(child -> child.getTextContent().equals("edge-routine-maven-plugin"));
            case "server" -> false;
            default -> true;
        };
    }

    private void check(Element configuration, List<String> faults) {
        Set<String> goals = goals(configuration);
        children(configuration).forEach(element -> {
            if (!descriptor.parameters(goals).contains(element.getTagName())) {
                faults.add("<" + element.getTagName() + "> is no parameter of " + goals);
            }
            Set<String> fields = fieldsOfElements(element.getTagName());
            children(element)
                    .flatMap(PomFragment::children)
                    .map(Element::getTagName)
                    .filter(name -> !fields.contains(name))
                    .forEach(name -> faults.add("<" + name + "> is nothing in <" + element.getTagName() + ">"));
        });
    }

    /** Those of the execution, or all. */
    private Set<String> goals(Element configuration) {
        Element holder = (Element) configuration.getParentNode();
        Set<String> named = new TreeSet<>();
        if (holder.getTagName().equals("execution")) {
            elements(holder.getElementsByTagName("goal")).forEach(goal -> named.add(goal.getTextContent()));
        }
        return named.isEmpty() ? descriptor.goals() : named;
    }

    /** What may stand in a list's elements, which the descriptor does not tell; empty if they are text. */
    private Set<String> fieldsOfElements(String parameter) {
        return NESTED.containsKey(parameter)
                ? fields(NESTED.get(parameter)).map(Field::getName).collect(Collectors.toSet())
                : READ_TOGETHER.getOrDefault(parameter, Set.of());
    }

    private static Stream<Field> fields(String type) {
        try {
            return Stream.<Class<?>>iterate(Class.forName(type), each -> each != null, Class::getSuperclass)
                    .flatMap(each -> Arrays.stream(each.getDeclaredFields()));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Element> children(Element parent) {
        return elements(parent.getChildNodes());
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }
}
