import io.github.edgeroutine.it.ServiceFixture

def simulator = ServiceFixture.stop(context)
context.front.close()
context.proxy.close()
assert context.account.live('hello').production == '1620876959997924701'

def heads = context.proxy.heads()
assert heads.every { it == 'CONNECT dcdn.test:443 HTTP/1.1\r\nHost: dcdn.test:443\r\n' +
        "Proxy-Authorization: Basic ${'bob:pass/word+of=bob'.bytes.encodeBase64()}\r\n\r\n" }
assert heads.size() == 2 && simulator.calls().size() == 3 // one tunnel a build; the service that was not trusted was never asked again

def log = new File(basedir, 'build.log').text
assert log.contains("[INFO] Proxy: 127.0.0.1:${context.proxy.port()} (proxy corp in settings.xml, with a user)")
assert log.contains('the TLS handshake with https://dcdn.test failed: its certificate is not trusted. Nothing was changed. Add its')
assert !log.contains('pass/word')
return true
