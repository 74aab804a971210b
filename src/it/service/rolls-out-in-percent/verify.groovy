import groovy.json.JsonSlurper
import io.github.edgeroutine.it.ServiceFixture

context.edge.stop(0)
def simulator = ServiceFixture.stop(context)
def old = '1710120201067203241'
def revision = new File(basedir, 'target/edge-routine/code-revision').text.trim()
def shares = simulator.calls().findAll { it.action() == 'CreateRoutineCodeDeployment' }
    .collect { new JsonSlurper().parseText(it.form().CodeVersions).collectEntries { [(it.CodeVersion): it.Percentage] } }
// The second Maven call rolls it back.
assert shares == [[(revision): 10, (old): 90], [(revision): 50, (old): 50], [(revision): 100], [(old): 100]]
// A request can reach both versions, so each step sends several requests.
assert context.asked.unique() == [[(revision): 10, (old): 90], [(revision): 50, (old): 50], [(revision): 100]]
assert context.account.live('hello').production == [(old): 100]
assert new File(basedir, 'build.log').text =~ /\[INFO\]   production  ${revision}  published/
return true
