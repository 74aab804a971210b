import com.sun.net.httpserver.HttpServer
import io.github.edgeroutine.it.ServiceFixture

ServiceFixture.start(basedir, context)
def edge = HttpServer.create(new InetSocketAddress('127.0.0.1', 0), 0)
def asked = 0
edge.createContext('/shop') { exchange ->
    exchange.sendResponseHeaders(++asked < 3 ? 500 : 200, -1)
    exchange.close()
}
edge.createContext('/gone') { exchange ->
    exchange.sendResponseHeaders(404, -1)
    exchange.close()
}
edge.start()
context.edge = edge
ServiceFixture.addProperties(basedir, [edge: 'http://127.0.0.1:' + edge.address.port])
return true
