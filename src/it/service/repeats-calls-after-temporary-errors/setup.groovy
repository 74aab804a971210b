import io.github.edgeroutine.it.ServiceFixture
import io.github.edgeroutine.simulator.Fault

def throttled = Fault.error(400, 'Throttling.User', 'Request was denied due to user flow control.')
def simulator = ServiceFixture.start(basedir, context,
    throttled, Fault.NONE, Fault.raw(502, 'text/html', '<html>Bad Gateway</html>'), Fault.NONE, Fault.NONE, Fault.NONE)
simulator.scriptForever(throttled)

// The file of a second build replaces that of the first.
new File(basedir, 'impatient.properties').text = """
edge-routine.endpoint=${simulator.endpoint()}
edge-routine.timeout=2
edge-routine.retries=20
edge-routine.verifyTimeout=0
""".stripIndent()
return true
