import io.github.edgeroutine.it.ServiceFixture

def simulator = ServiceFixture.stop(context)
assert simulator.calls().findAll { it.action() == 'PublishRoutineCodeRevision' }.size() == 2
assert context.account.live('shop').production == '1620876959997924701'
assert context.account.live('hello').production == '1620876959997924701'

def log = new File(basedir, 'build.log').readLines()
def ends = log.findIndexValues { it.contains('Finished at:') }.collect { it as int }
def first = log[0..ends[0]]
assert first.any { it.contains('The build failed, so these publishes at its end were not done: revision 1620876959997924701 of routine shop in production. Build all modules again, because -rf (--resume-from) would leave them out.') }
def resumed = log[ends[0]..ends[1] + 5]
assert resumed.any { it.contains('The publish of module shop has been waiting since an earlier build failed, and this build does not contain the module: build without -rf (--resume-from) and -r (--resume).') }
assert !log[0..ends[1]].any { it.contains('  published') }
assert log[ends[1]..ends[2]].count { it.contains('  published') } == 2
assert log[ends[2]..ends[3]].any { it.contains('Up to date: there was nothing to publish.') }
return true
