import io.github.edgeroutine.it.ServiceFixture

assert ServiceFixture.stop(context).calls()*.action() == ['DescribeRoutine']
assert new File(basedir, 'build.log').text =~
    /Routine hello has no revision 1620876959997924700, see <codeRevision> \(-Dedge-routine.codeRevision\)\. It has, newest first: 1620876959997924701 \(20[^)]*Z\), 1610000000000000001 \(20[^)]*Z\)\. Nothing was changed\./
