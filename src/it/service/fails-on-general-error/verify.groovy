import io.github.edgeroutine.it.ServiceFixture

def simulator = ServiceFixture.stop(context)
assert simulator.calls()*.action() == ['DescribeRoutine', 'PublishRoutineCodeRevision', 'DescribeRoutine']
assert context.account.live('hello').production == '1610000000000000001'

def lines = new File(basedir, 'build.log').readLines()
def failure = lines.findAll { it.contains('GeneralError') }
assert failure.size() == 1
assert failure[0] =~ /\[ERROR\] Failed to execute goal .*: Could not publish revision 1620876959997924701 of routine hello in production, presetCanaryZhejiang: EdgeRoutine\.GeneralError, 'A server error occurred: out of luck' \(request id [0-9A-F-]{36}\)\. Now production runs 1610000000000000001, presetCanaryZhejiang runs 1610000000000000001\. .* open a ticket with the request id\./
assert lines.any { it.contains('MojoFailureException') }
