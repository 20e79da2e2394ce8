#!/bin/sh
# Runs as root after the package is unpacked. ${executable} and ${sanitizedProductName} are filled in when it is packed.
set -e

ln -sf '/opt/${sanitizedProductName}/${executable}' '/usr/bin/${executable}'

# There is no integrity check of the archive on Linux: who may change it is all there is.
chown -R root:root '/opt/${sanitizedProductName}'
chmod -R go-w '/opt/${sanitizedProductName}'

# Chromium's sandbox uses user namespaces, and this helper where they are switched off (hardened and older kernels,
# AppArmor on Ubuntu 24). Asking here whether they work would ask as root, who may make them where users may not; so
# the helper is set up always, as browsers do. Without it the program would not start, and it never starts unsandboxed.
chmod 4755 '/opt/${sanitizedProductName}/chrome-sandbox'

if command -v update-mime-database >/dev/null 2>&1; then update-mime-database /usr/share/mime || true; fi
if command -v update-desktop-database >/dev/null 2>&1; then update-desktop-database /usr/share/applications || true; fi
