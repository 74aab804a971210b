import io.github.edgeroutine.it.Stage

Stage.raise(basedir, context)
return true
