import io.github.edgeroutine.it.ServiceFixture

def simulator = ServiceFixture.stop(context)
assert simulator.calls().count { it.action() == 'CommitStagingRoutineCode' } == 1
assert context.account.revisions('hello').size() == 3

def revision = new File(basedir, 'target/edge-routine/code-revision').text.trim()
assert context.account.revisions('hello').contains(revision)
assert new File(basedir, 'build.log').text =~
    /\[WARNING\] The commit was not confirmed: .* Revision ${revision} exists and contains the code\./
