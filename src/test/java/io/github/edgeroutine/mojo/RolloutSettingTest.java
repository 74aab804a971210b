// SPDX-License-Identifier: Apache-2.0
package io.github.edgeroutine.mojo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.edgeroutine.routine.Environment;
import io.github.edgeroutine.routine.publish.Rollout;
import io.github.edgeroutine.routine.publish.Rollout.EnvironmentStep;
import io.github.edgeroutine.routine.publish.Rollout.ShareStep;
import io.github.edgeroutine.routine.publish.Targets;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;

@MojoTest
class RolloutSettingTest extends MojoFixture {

    @Test
    @InjectMojo(goal = "publish", pom = COMPLETE)
    void withoutAPercentageTheRevisionGetsEveryRequestAtOnce(PublishMojo mojo) throws Exception {
        assertEquals(Rollout.AT_ONCE, request(mojo).rollout());
    }

    @Test
    @InjectMojo(goal = "publish", pom = COMPLETE)
    void aPercentageIsTheShareThatStays(PublishMojo mojo) throws Exception {
        set(PublishMojo.class, mojo, "percent", " 10 ");

        assertEquals(Rollout.share(10), request(mojo).rollout());
    }

    @Test
    @InjectMojo(goal = "publish", pom = COMPLETE)
    void aPercentageIsFromOneToAHundred(PublishMojo mojo) throws Exception {
        set(PublishMojo.class, mojo, "percent", "0");

        assertEquals("<percent> (-Dedge-routine.percent) is 0, but must be from 1 to 100", faults(mojo));
    }

    @Test
    @InjectMojo(goal = "publish", pom = COMPLETE)
    void stepsWithPercentagesEndAtAHundred(PublishMojo mojo) throws Exception {
        rollout(mojo, "<step><percent>10</percent><pause>30</pause></step><step><percent>50</percent></step>");

        assertEquals(
                new Rollout(List.of(
                        new ShareStep(10, Duration.ofSeconds(30)),
                        new ShareStep(50, Duration.ZERO),
                        new ShareStep(100, Duration.ZERO))),
                request(mojo).rollout());
    }

    @Test
    @InjectMojo(goal = "publish", pom = COMPLETE)
    void stepsThatNameTheEnvironmentsAreEnough(PublishMojo mojo) throws Exception {
        set(PublishMojo.class, mojo, "environments", null);
        rollout(
                mojo,
                "<step><environments><environment>presetCanaryZhejiang</environment></environments><pause>1m</pause></step>"
                        + "<step><environments>production</environments></step>");

        assertEquals(
                new Rollout(List.of(
                        new EnvironmentStep(targets("presetCanaryZhejiang"), Duration.ofMinutes(1)),
                        new EnvironmentStep(targets("production"), Duration.ZERO))),
                request(mojo).rollout());
        assertEquals(
                targets("presetCanaryZhejiang", "production"), request(mojo).targets());
    }

    @Test
    @InjectMojo(goal = "publish", pom = COMPLETE)
    void environmentsOtherThanThoseOfTheStepsAreRefused(PublishMojo mojo) throws Exception {
        set(PublishMojo.class, mojo, "environments", List.of("staging"));
        rollout(mojo, "<step><environments>production</environments></step>");

        assertEquals(
                "<environments> (-Dedge-routine.environments) names staging, but the steps of the rollout name"
                        + " production:"
                        + " remove this element, or name the same environments",
                faults(mojo));
    }

    @Test
    @InjectMojo(goal = "publish", pom = COMPLETE)
    void aPercentageAndStepsAreRefused(PublishMojo mojo) throws Exception {
        set(PublishMojo.class, mojo, "percent", "10");
        rollout(mojo, "<step><percent>20</percent></step>");

        assertEquals(
                "<percent> (-Dedge-routine.percent) cannot be used together with <rollout>, whose steps set the"
                        + " percentages: remove one of the two",
                faults(mojo));
    }

    @Test
    @InjectMojo(goal = "publish", pom = COMPLETE)
    void everyErrorOfAStepIsNamed(PublishMojo mojo) throws Exception {
        assertEquals("<rollout> has no step", rolloutFaults(mojo, ""));
        assertEquals(
                "<rollout> contains a <step> with no <percent> and no <environments>: set one of them",
                rolloutFaults(mojo, "<step><pause>1</pause></step>"));
        assertEquals(
                "<rollout> contains a <step> with both <percent> and <environments>: set one of them",
                rolloutFaults(mojo, "<step><percent>1</percent><environments>production</environments></step>"));
        assertEquals(
                "<rollout> contains a <percent> that is 101, but must be from 1 to 100",
                rolloutFaults(mojo, "<step><percent>101</percent></step>"));
        assertEquals(
                "<rollout> contains a <pause> that is 'soon', but must be a time in seconds, such as 30, 30s or 5m",
                rolloutFaults(mojo, "<step><percent>1</percent><pause>soon</pause></step>"));
        assertEquals(
                "<rollout> has a step of 5 percent after one of 10: the share of each step must be larger than"
                        + " the share before it",
                rolloutFaults(mojo, "<step><percent>10</percent></step><step><percent>5</percent></step>"));
    }

    @Test
    @InjectMojo(goal = "publish", pom = COMPLETE)
    void thePausesAndReadsOfAllStepsMustBeShorterThanTheTimeout(PublishMojo mojo) throws Exception {
        assertEquals(
                "<timeout> (-Dedge-routine.timeout) is 300 seconds, but the pauses of <rollout> with <verifyTimeout>"
                        + " (-Dedge-routine.verifyTimeout) and the timeouts of <probes> in each step are 320 seconds"
                        + " together: raise <timeout>, or lower the others",
                rolloutFaults(mojo, "<step><percent>10</percent><pause>200</pause></step>"));
    }

    private static Targets targets(String... names) {
        return new Targets(false, List.of(names).stream().map(Environment::new).toList());
    }

    private static String rolloutFaults(PublishMojo mojo, String steps) throws Exception {
        rollout(mojo, steps);
        return faults(mojo);
    }

    private static void rollout(PublishMojo mojo, String steps) throws Exception {
        String xml = "<rollout>" + steps + "</rollout>";
        set(
                PublishMojo.class,
                mojo,
                "rollout",
                new XmlPlexusConfiguration(Xpp3DomBuilder.build(new StringReader(xml))));
    }
}
