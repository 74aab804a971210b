import io.github.edgeroutine.it.ServiceFixture

def simulator = ServiceFixture.stop(context)
assert simulator.calls().count { it.action() == 'CommitStagingRoutineCode' } == 1
assert context.account.revisions('hello').size() == 3

def log = new File(basedir, 'build.log').text
assert log.count(': unchanged, nothing was uploaded') == 1
assert log.count('[INFO] Up to date: there was nothing to publish.') == 1
