import io.github.edgeroutine.it.Stage
import io.github.edgeroutine.simulator.Fault

Stage.raise(basedir, context).scriptForever(Fault.raw(200, 'text/html', '<html>\n<body>Please sign in</body></html>'))
return true
