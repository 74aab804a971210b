// A machine without Node.js has none to put into the project.
return System.getenv('PATH').split(File.pathSeparator).any { directory ->
    ['node', 'node.exe'].any { new File(directory, it).canExecute() }
}
