import io.github.edgeroutine.it.ServiceFixture

def simulator = ServiceFixture.stop(context)
assert simulator.calls()*.action() as Set == ['DescribeRoutine'] as Set

def log = new File(basedir, 'build.log').text
assert log.contains('Two modules want different revisions in production of routine hello: one wants 1620876959997924701, other wants 1610000000000000001. Nothing was published in any module.')
assert log.contains('BUILD FAILURE')
assert !log.contains('BUILD SUCCESS')
return true
