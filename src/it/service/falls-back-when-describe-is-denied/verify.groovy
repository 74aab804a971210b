import io.github.edgeroutine.it.ServiceFixture

def simulator = ServiceFixture.stop(context)
assert simulator.calls()*.action() == ['DescribeRoutine', 'PublishRoutineCodeRevision', 'DescribeRoutine']
assert context.account.live('hello').production == '1620876959997924701'

def log = new File(basedir, 'build.log').text
assert log =~ /\[WARNING\] The state of routine hello cannot be read: Forbidden\.RAM, .* The result is checked only if the state can be read after the publish\. Grant the RAM user or role the action dcdn:DescribeRoutine on resource \*\./
assert log.contains('[INFO]   production            1620876959997924701  accepted, not read back')
