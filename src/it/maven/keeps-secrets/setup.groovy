import io.github.edgeroutine.simulator.AccessKey
import io.github.edgeroutine.simulator.dcdn.DcdnAccount
import io.github.edgeroutine.simulator.Fault
import io.github.edgeroutine.simulator.dcdn.SimulatedDcdn
import io.github.edgeroutine.simulator.esa.EsaAccount
import io.github.edgeroutine.simulator.Simulator
import io.github.edgeroutine.it.ConnectProxy
import io.github.edgeroutine.it.Keys
import io.github.edgeroutine.it.ServiceFixture
import io.github.edgeroutine.it.TlsFront

import java.time.Duration

def key = ServiceFixture.TEMPORARY_KEY
def service = { AccessKey known, Fault always ->
    def account = new DcdnAccount()
    account.ensure('hello', '1620876959997924701', [])
    def simulator = Simulator.start(known, new SimulatedDcdn(account))
    simulator.scriptForever(always)
    simulator
}
def esa = {
    def account = new EsaAccount()
    account.publish('hello', '1710120201067203241', ['production'])
    Simulator.start(key, account.service())
}
def once = { URLEncoder.encode(it, 'UTF-8') }
def page = { secrets ->
    '<html>' + secrets.collect {
        "$it ${once(it)} ${once(once(it))} ${it.bytes.encodeBase64()} Signature=${once(it)}"
    }.join('<br>') + '</html>'
}
def keys = [key.id(), key.secret(), key.securityToken()]
// The values of API_TOKEN and of the server aliyun.
def variables = ['it/token+Of=Every&Call', ServiceFixture.KEY.secret()]
def services = [
    'read-timeout'   : service(key, Fault.slow(Duration.ofSeconds(4))),
    'signature-error': service(new AccessKey(key.id(), 'another secret', key.securityToken()), Fault.NONE),
    'throttle'       : service(key, Fault.error(400, 'Throttling.User', 'Request was denied.')),
    'html-answer'    : service(key, Fault.raw(502, 'text/html', page(keys))),
    'upload'         : service(key, Fault.NONE),
    'esa'            : esa(),
    'esa-html-answer': esa(),
]
services['esa-html-answer'].scriptForever('SetRoutineEnvironmentVariables',
    Fault.raw(502, 'text/html', page(keys + variables)))
def front = new TlsFront(Keys.make(basedir.toPath().resolve('server.p12'), 'ip:127.0.0.1'), services.upload.endpoint().port)
def proxy = ConnectProxy.open(front.port(), 'bob', 'another password')
def closed = new ServerSocket(0).withCloseable { it.localPort }
ServiceFixture.addProperties(basedir, services.collectEntries { name, at -> [name, at.endpoint().toString()] } + [
    'connect-failure': "http://127.0.0.1:$closed".toString(),
    'tls-failure'    : "https://127.0.0.1:${front.port()}".toString(),
    'proxy-password' : 'https://dcdn.test',
])
ServiceFixture.writeSettings(basedir, 'settings-of-keeps-secrets.xml', """
  <proxies>
    <proxy>
      <id>corp</id>
      <host>127.0.0.1</host>
      <port>${proxy.port()}</port>
      <username>bob</username>
      <password>it/proxy+pass=word&amp;Trap</password>
      <nonProxyHosts>127.*|*.org|*.net|*.com</nonProxyHosts>
    </proxy>
  </proxies>""")
context.putAll(services: services, variables: variables, front: front, proxy: proxy)
return true
