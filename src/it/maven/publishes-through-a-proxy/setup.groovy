import io.github.edgeroutine.it.ConnectProxy
import io.github.edgeroutine.it.Keys
import io.github.edgeroutine.it.ServiceFixture
import io.github.edgeroutine.it.TlsFront

def simulator = ServiceFixture.start(basedir, context)
def front = new TlsFront(Keys.make(basedir.toPath().resolve('trusted.p12'), 'dns:dcdn.test'), simulator.endpoint().port)
def proxy = ConnectProxy.open(front.port(), 'bob', 'pass/word+of=bob')
context.putAll(front: front, proxy: proxy)
ServiceFixture.addProperties(basedir, ['edge-routine.endpoint': 'https://dcdn.test'])
ServiceFixture.writeSettings(basedir, 'settings-of-a-proxy.xml', """
  <proxies>
    <proxy>
      <id>corp</id>
      <host>127.0.0.1</host>
      <port>${proxy.port()}</port>
      <username>bob</username>
      <password>pass/word+of=bob</password>
      <nonProxyHosts>*.org|*.net|*.com</nonProxyHosts>
    </proxy>
  </proxies>""")
return true
