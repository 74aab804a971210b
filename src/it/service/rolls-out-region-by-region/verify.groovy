import io.github.edgeroutine.it.ServiceFixture

context.edge.stop(0)
def simulator = ServiceFixture.stop(context)
def revision = new File(basedir, 'target/edge-routine/code-revision').text.trim()
assert simulator.calls()*.form()*.Envs.findAll() == ['["presetCanaryZhejiang"]', '["production"]']
assert context.asked*.presetCanaryZhejiang.unique() == [revision]
assert context.asked*.production.unique() == ['1610000000000000001', revision]
assert context.account.live('hello').production == revision
def log = new File(basedir, 'build.log').text
assert log.contains('[INFO] The rollout of revision ' + revision) && log.contains(' has finished step 1 of 2.')
return true
