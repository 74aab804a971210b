import io.github.edgeroutine.it.ServiceFixture

// On loopback the service needs no network, and the build would not fail.
ServiceFixture.addProperties(basedir, ['edge-routine.endpoint': 'https://no-such-host.invalid'])
return true
