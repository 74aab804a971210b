// A machine without npm cannot build a front end with it.
return System.getenv('PATH').split(File.pathSeparator).any { directory ->
    ['npm', 'npm.cmd'].any { new File(directory, it).canExecute() }
}
