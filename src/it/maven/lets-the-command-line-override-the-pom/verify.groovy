import groovy.json.JsonSlurper
import io.github.edgeroutine.it.ServiceFixture

def simulator = ServiceFixture.stop(context)
assert simulator.calls()*.form()*.Envs.findAll() == ['["staging"]']
assert simulator.calls()*.form()*.SelectCodeRevision.findAll() == ['1620876959997924701']
assert new JsonSlurper().parse(new File(basedir, 'given.json')).result == 'published'
assert !new File(basedir, 'pom.json').exists()
def log = new File(basedir, 'build.log').text
assert log.contains('<environments> (-Dedge-routine.environments) cannot be given on the command line of this build, because the'
    + ' POM gives different values to publish@hello of lets-the-command-line-override-the-pom, publish@other of'
    + ' lets-the-command-line-override-the-pom. Run one of them by hand as edge-routine:publish@<execution>, and select its module with -pl')
assert log.contains('[INFO] Skipped: -Dedge-routine.name selects routine hello, but this execution is for routine'
    + ' no-such-routine.')
for (parameter in ['environments', 'dryRun', 'verifyTimeout', 'codeRevision', 'reportFile']) {
    assert log.contains("[INFO] -Dedge-routine.${parameter} overrides <${parameter}> of the POM.")
}
