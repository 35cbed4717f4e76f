#!/bin/sh
# Starts build.mjs, and says plainly what is missing where there is no Node.
case " $* " in
  *" --skip=true "*)
    mkdir -p target/ui # the WAR is packed from it, also when it is empty
    exit 0
    ;;
esac
if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then
  echo "The console needs Node 20.19 or newer with npm on the PATH. Install it, or build without the console: -Dui.skip" >&2
  exit 1
fi
exec node "$(dirname "$0")/build.mjs" "$@"
