import io.github.edgeroutine.it.Stage

Stage.raise(basedir, context)
assert new File(basedir, 'target/edge-routine/publish.html').mkdirs()
return true
