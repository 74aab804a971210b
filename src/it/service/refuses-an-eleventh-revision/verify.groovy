import io.github.edgeroutine.it.ServiceFixture

def simulator = ServiceFixture.stop(context)
assert !simulator.calls()*.action().contains('UploadStagingRoutineCode')
assert context.account.revisions('hello').size() == 10
assert new File(basedir, 'build.log').text =~
    /Routine hello has 10 revisions, and the service keeps 10\. No environment runs 1620876959997924701 .*: delete some with edge-routine:prune, or set <pruneOnLimit> \(-Dedge-routine.pruneOnLimit\)\. Nothing was changed\./
