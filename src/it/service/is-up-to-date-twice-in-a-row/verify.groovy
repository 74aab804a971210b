def log = new File(basedir, 'build.log').text
assert log.count('[INFO]   production            -         1620876959997924701  publish') == 1
assert log.count('[INFO]   production            1620876959997924701  published') == 1
assert log.count('[INFO]   production            1620876959997924701  1620876959997924701  up to date') == 1
assert log.count('[INFO] Up to date: there was nothing to publish.') == 1
