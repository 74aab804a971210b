import io.github.edgeroutine.it.Stage

// On loopback the service needs no network, and the build would not fail.
Stage.tell(basedir, ['edge-routine.endpoint': 'https://no-such-host.invalid'])
return true
