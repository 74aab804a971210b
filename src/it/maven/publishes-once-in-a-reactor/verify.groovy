import io.github.edgeroutine.it.ServiceFixture

def simulator = ServiceFixture.stop(context)
assert simulator.calls()*.form()*.Envs.findAll() == ['["production","presetCanaryZhejiang"]']
def revision = new File(basedir, 'edge/target/edge-routine/code-revision').text.trim()
assert context.account.live('hello').production == revision

def log = new File(basedir, 'build.log').text
assert log.indexOf('Building site') in 0..<log.indexOf('Routine hello of module edge:')
assert !log.contains('not marked as thread-safe')
return true
