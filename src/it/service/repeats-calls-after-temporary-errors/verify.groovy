import io.github.edgeroutine.it.ServiceFixture

def simulator = ServiceFixture.stop(context)
assert simulator.calls()*.action().take(6) == ['DescribeRoutine', 'DescribeRoutine', 'PublishRoutineCodeRevision',
    'DescribeRoutine', 'PublishRoutineCodeRevision', 'DescribeRoutine']
assert context.account.live('hello').production == '1620876959997924701'

def builds = new File(basedir, 'build.log').text.split('BUILD SUCCESS')
assert builds[0] =~ /\[WARNING\] Attempt 1 of 4 to read routine hello failed: Throttling\.User, '[^']*' \(request id [^)]*\)\. Retrying in [0-9.]+ s\./
assert builds[0] =~ /\[WARNING\] Attempt 1 of 4 to publish revision 1620876959997924701 of routine hello in production, presetCanaryZhejiang failed: the answer was HTTP 502 with '<html>Bad Gateway<\/html>', .*\. Retrying in [0-9.]+ s\./
// The speed of the machine decides which of the two it is.
assert builds[1] =~ /Could not publish .*: (Throttling\.User, .* in attempt \d+, and <timeout> \(-Dedge-routine\.timeout\) leaves no time for the next attempt|the goal used all of its time, see <timeout> \(-Dedge-routine\.timeout\))\. Nothing was changed\./

def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/edge-routine/publish.json'))
assert report.calls.size() >= 1
return true
