import groovy.json.JsonSlurper
import io.github.edgeroutine.it.ServiceFixture

ServiceFixture.stop(context)
// The invoker adds lines about its scripts before and after Maven's output.
def printed = new File(basedir, 'build.log').readLines().findAll { !(it =~ /(Running|Finished) (pre|post)-build script/) }
def status = new JsonSlurper().parseText(printed.join('\n').replaceAll(/\u001b\[[0-9;]*m/, ''))
assert status.routine == 'hello'
assert status.environments.find { it.name == 'production' }.runs.revision == '1610000000000000001'
assert status.revisions*.revision == ['1620876959997924701', '1610000000000000001']
assert status.revisions[0].runsIn == []
assert status.revisionsLeft == 8
