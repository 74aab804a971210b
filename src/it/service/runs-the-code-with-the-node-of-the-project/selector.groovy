// A machine without Node.js cannot install it in the project.
return System.getenv('PATH').split(File.pathSeparator).any { directory ->
    ['node', 'node.exe'].any { new File(directory, it).canExecute() }
}
