assert new File(basedir, 'build.log').text.contains(
    '[INFO] Skipped: <skip> in the POM (or the property edge-routine.skip) is set.')
