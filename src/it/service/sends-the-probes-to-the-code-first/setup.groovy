import com.sun.net.httpserver.HttpServer
import io.github.edgeroutine.it.ServiceFixture

ServiceFixture.start(basedir, context)
context.asked = []
def edge = HttpServer.create(new InetSocketAddress('127.0.0.1', 0), 0)
edge.createContext('/') { exchange ->
    context.asked << exchange.requestURI.path
    def body = 'Hello from the edge'.bytes
    exchange.sendResponseHeaders(exchange.requestURI.path == '/gone' ? 404 : 200, body.length)
    exchange.responseBody.write(body)
    exchange.close()
}
edge.start()
context.edge = edge
ServiceFixture.addProperties(basedir, [edge: 'http://127.0.0.1:' + edge.address.port])
return true
