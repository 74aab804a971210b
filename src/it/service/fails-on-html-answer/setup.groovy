import io.github.edgeroutine.it.ServiceFixture
import io.github.edgeroutine.simulator.Fault

ServiceFixture.start(basedir, context).scriptForever(Fault.raw(200, 'text/html', '<html>\n<body>Please sign in</body></html>'))
return true
