import com.sun.net.httpserver.HttpServer
import io.github.edgeroutine.it.ServiceFixture

ServiceFixture.start(basedir, context)
def edge = HttpServer.create(new InetSocketAddress('127.0.0.1', 0), 0)
context.asked = []
edge.createContext('/') { exchange ->
    context.asked << context.account.live('hello')
    def body = 'Hello from the edge'.bytes
    exchange.sendResponseHeaders(200, body.length)
    exchange.responseBody.write(body)
    exchange.close()
}
edge.start()
context.edge = edge
ServiceFixture.addProperties(basedir, ['canary.url': 'http://127.0.0.1:' + edge.address.port + '/'])
return true
