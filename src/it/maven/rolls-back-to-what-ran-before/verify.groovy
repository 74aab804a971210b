import groovy.json.JsonSlurper
import io.github.edgeroutine.it.ServiceFixture

def simulator = ServiceFixture.stop(context)
assert context.account.live('hello') == [
    staging: '1610000000000000001',
    production: '1610000000000000001',
    presetCanaryZhejiang: '1615000000000000001']
assert simulator.calls()*.form()*.Envs.findAll() == ['["production","presetCanaryZhejiang"]', '["production"]', '["presetCanaryZhejiang"]']
// The id of the key is not in it.
def memory = new File(localRepositoryPath, '.cache/edge-routine-maven-plugin')
assert memory.directory
memory.eachFileRecurse { assert !it.path.contains('LTAI') && (it.directory || !it.text.contains('LTAI')) }
def next = new JsonSlurper().parse(new File(basedir, 'target/edge-routine/publish.json')).next
assert next*.purpose == ['Roll back, on this machine'] + ['Roll back, on any machine']
assert next[0].command ==~ /mvn .*io\.github\.edgeroutine:edge-routine-maven-plugin:\S+:rollback .*-Dedge-routine\.name=hello/
return true
