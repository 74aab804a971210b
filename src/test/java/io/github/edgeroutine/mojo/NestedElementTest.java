// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.routine.Environment;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;

/** Maven's own messages, such as "Cannot find default setter", do not say where the error is. */
@MojoTest
class NestedElementTest extends MojoFixture {

    @Test
    @InjectMojo(goal = "publish", pom = COMPLETE)
    void anUnknownElementOfAProbeIsNamed(PublishMojo mojo) throws Exception {
        assertEquals(
                "<probes> contains <staus> in <probe>, which is unknown: it may contain url, status, contains,"
                        + " timeout, local. Did you"
                        + " mean <status>?",
                probes(mojo, "<probe><url>https://example.com/</url><staus>200</staus></probe>"));
    }

    @Test
    @InjectMojo(goal = "publish", pom = COMPLETE)
    void aProbeReadsTimesAndNumbers(PublishMojo mojo) throws Exception {
        probes(mojo, Optional.of("<probe><url>https://example.com/</url><timeout>2m</timeout></probe>"));

        assertEquals(120, request(mojo).probes().get(0).patience().toSeconds());
        assertEquals(
                "<probes> contains a <timeout> that is '1500ms', but the unit 'ms' is not supported: give"
                        + " seconds or minutes,"
                        + " such as 30, 30s or 5m; <probes> contains a <status> that is 'OK', but must be a"
                        + " number from 100 to"
                        + " 599",
                probes(
                        mojo,
                        "<probe><url>https://example.com/</url><timeout>1500ms</timeout></probe>"
                                + "<probe><url>https://example.com/</url><status>OK</status></probe>"));
    }

    @Test
    @InjectMojo(goal = "publish", pom = COMPLETE)
    void anElementInTheWrongPlaceIsNamed(PublishMojo mojo) throws Exception {
        assertEquals(
                "<probes> contains <url>, but must contain <probe> elements",
                probes(mojo, "<url>https://example.com/</url>"));
        assertEquals(
                "<probes> contains a text, but must contain <probe> elements", probes(mojo, "https://example.com/"));
        assertEquals(
                "<probes> contains a <local> that is 'no', but must be true or false",
                probes(mojo, "<probe><url>https://example.com/</url><local>no</local></probe>"));
        assertEquals(
                "<probes> contains a text in <probe>, which may contain url, status, contains, timeout, local",
                probes(mojo, "<probe>https://example.com/</probe>"));
        assertEquals(
                "<probes> contains <b> in <url>, which may contain only a text",
                probes(mojo, "<probe><url><b>https://example.com/</b></url></probe>"));
        assertEquals(
                "<probes> contains <url> twice in <probe>",
                probes(mojo, "<probe><url>https://example.com/</url><url>https://example.com/</url></probe>"));
    }

    @Test
    @InjectMojo(goal = "publish", pom = COMPLETE)
    void anExpressionWithoutAValueIsNamed(PublishMojo mojo) throws Exception {
        assertEquals(
                "<probes> contains a <contains> that is ${no.such.property}, which has no value",
                probes(mojo, "<probe><url>https://example.com/</url><contains>${no.such.property}</contains></probe>"));
    }

    /**
     * The message is the rest of a sentence, not the text of a parser. It does not quote a value that may contain a
     * password.
     */
    @Test
    @InjectMojo(goal = "publish", pom = COMPLETE)
    void anInvalidAddressIsNotQuoted(PublishMojo mojo) throws Exception {
        for (String url : List.of(
                "https://example.com/a b",
                "http://user:s3cr%etpw@h",
                "http://user:pa ss@h",
                "http://user:s3cr[et@h",
                "http://user:s3cretpw@under_score.host/",
                "user:s3cretpw@h/x",
                "https://h:s3cretpw/x")) {
            assertEquals(
                    "<probes> has an address that is not http or https",
                    probes(mojo, "<probe><url>" + url + "</url></probe>"));
        }
    }

    @Test
    @InjectMojo(goal = "configure", pom = COMPLETE)
    void anUnknownElementOfASettingIsNamed(ConfigureMojo mojo) throws Exception {
        settings(
                mojo,
                "<environmentSetting><environment>staging</environment><specname>5ms</specname></environmentSetting>");

        assertEquals(
                "<environmentSettings> contains <specname> in <environmentSetting>, which is unknown: it may contain"
                        + " environment, specName, allowedHosts. Did you mean <specName>?",
                faults(mojo));
    }

    @Test
    @InjectMojo(goal = "configure", pom = COMPLETE)
    void oneSettingCanNameSeveralEnvironmentsAndHosts(ConfigureMojo mojo) throws Exception {
        settings(
                mojo,
                "<environmentSetting><environment>staging, production</environment>"
                        + "<allowedHosts>a.example.com, b.example.com</allowedHosts></environmentSetting>");

        var wished = request(mojo).settings();
        assertEquals(List.of(new Environment("staging"), new Environment("production")), List.copyOf(wished.keySet()));
        assertEquals(
                List.of("a.example.com", "b.example.com"),
                wished.get(new Environment("production")).allowedHosts().orElseThrow());
    }

    private static String probes(PublishMojo mojo, String xml) throws Exception {
        probes(mojo, Optional.of(xml));
        return faults(mojo);
    }

    private static void probes(PublishMojo mojo, Optional<String> xml) throws Exception {
        set(PublishMojo.class, mojo, "probes", configuration("probes", xml.orElseThrow()));
    }

    private static void settings(ConfigureMojo mojo, String xml) throws Exception {
        set(ConfigureMojo.class, mojo, "environmentSettings", configuration("environmentSettings", xml));
    }

    private static XmlPlexusConfiguration configuration(String parameter, String xml) throws Exception {
        return new XmlPlexusConfiguration(
                Xpp3DomBuilder.build(new StringReader("<" + parameter + ">" + xml + "</" + parameter + ">")));
    }
}
