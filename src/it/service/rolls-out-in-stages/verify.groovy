import io.github.edgeroutine.it.ServiceFixture

context.edge.stop(0)
def simulator = ServiceFixture.stop(context)
def revision = new File(basedir, 'target/edge-routine/code-revision').text.trim()
assert simulator.calls()*.form()*.Envs.findAll() == ['["presetCanaryZhejiang"]', '["production"]']
assert context.asked*.presetCanaryZhejiang == [revision]
assert context.asked*.production == ['1610000000000000001']
assert context.account.live('hello').production == revision
return true
