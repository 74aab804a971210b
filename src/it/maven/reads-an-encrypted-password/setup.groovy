import io.github.edgeroutine.it.Stage

Stage.raise(basedir, context)
Stage.tell(basedir, ['settings.security': new File(basedir, 'settings-security.xml').path])
return true
