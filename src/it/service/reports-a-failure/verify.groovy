import groovy.json.JsonSlurper
import io.github.edgeroutine.it.ServiceFixture

ServiceFixture.stop(context)
def report = new JsonSlurper().parse(new File(basedir, 'target/edge-routine/publish.json'))
assert report.schemaVersion == 3
assert report.result == 'failed'
assert report.failure.contains('Throttling.User')
assert report.plugin =~ /^\d+\.\d+\.\d+/
assert report.endpoint.startsWith('http://127.0.0.1:')
assert !report.simulated
assert report.routine == 'hello'
assert report.revision == '1620876959997924701'
def live = { revision -> [state: 'revision', revision: revision, shares: [(revision): 100], words: revision] }
assert report.environments == ['production', 'presetCanaryZhejiang'].collect { name ->
    [name: name, before: live('1610000000000000001'), wanted: live('1620876959997924701'),
     after: live('1610000000000000001'), outcome: 'not-published', deployment: null] }
assert report.calls*.operation == ['describe', 'publish', 'describe']
assert report.attempts == 1
assert report.requestIds.size() == 1
assert report.calls.every { it.requestIds.size() == 1 }
assert report.requestIds == report.calls[1].requestIds
