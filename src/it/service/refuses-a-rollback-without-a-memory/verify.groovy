import io.github.edgeroutine.it.ServiceFixture

assert ServiceFixture.stop(context).calls()*.action().unique() == ['DescribeRoutine']
def log = new File(basedir, 'build.log').text
assert log.contains('This machine has no record of a publish of routine unseen, so it is not known what ran before. The routine has,'
    + ' newest first: 1620876959997924701')
assert log =~ /1610000000000000001[^;]* in production\./
assert log.contains('-Dedge-routine.name=unseen -Dedge-routine.codeRevision=previous -Dedge-routine.environments=all')
return true
