import io.github.edgeroutine.it.Stage
import io.github.edgeroutine.simulator.AccessKey

def unlikeTheServers = new AccessKey(Stage.TEMPORARY_KEY.id(), 'another secret', Stage.TEMPORARY_KEY.securityToken())
Stage.raise(basedir, context, unlikeTheServers)
def closed = new ServerSocket(0).withCloseable { it.localPort }
new File(basedir, 'refused.properties').text = "edge-routine.endpoint=http://127.0.0.1:${closed}\n"
return true
