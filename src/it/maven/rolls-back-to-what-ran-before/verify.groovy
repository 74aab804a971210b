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
return true
