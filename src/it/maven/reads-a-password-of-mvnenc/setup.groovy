import io.github.edgeroutine.it.Stage

Stage.raise(basedir, context)
Stage.tell(basedir, ['maven.settings.security': new File(basedir, 'settings-security4.xml').path])
return true
