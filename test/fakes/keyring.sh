#!/bin/sh
# keyring.sh MODE CMD…: runs CMD in a D-Bus session of its own, without display, home or keyring of the person.
# MODE unlocked: an empty, unlocked Secret Service. locked: a locked one. stopped: it hangs and never answers.
# unset: no keyring was ever made. nobody: a bus that knows no Secret Service. none: no bus at all.
# KEYRING_HOME=FOLDER keeps home and keyring there, for the next run.
mode=$1
shift
home=${KEYRING_HOME:-$(mktemp -d)}
[ -n "$KEYRING_HOME" ] || trap 'rm -rf "$home"' EXIT
rm -rf "$home/run"
mkdir -m 700 "$home/run"
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS
export HOME="$home" XDG_RUNTIME_DIR="$home/run" KEYRING_MODE="$mode"

if [ "$mode" = none ]; then
  "$@"
  exit $?
fi

# A bus that starts no services by itself: what MODE does not start is not there.
services=/usr/share/dbus-1/services
[ "$mode" = nobody ] && services="$home/no-services"
cat >"$home/bus.conf" <<END
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=$home/run</listen>
  <servicedir>$services</servicedir>
  <policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy>
</busconfig>
END

dbus-run-session --config-file "$home/bus.conf" -- sh -c '
  say() { dbus-send --session --print-reply --dest="$@" 2>/dev/null; }
  case $KEYRING_MODE in
    unlocked | locked | stopped)
      printf test | gnome-keyring-daemon --unlock --components=secrets --foreground >/dev/null 2>&1 &
      daemon=$!
      tries=0
      until say org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets |
        grep -q "boolean true"; do
        tries=$((tries + 1))
        [ $tries -gt 100 ] && echo "the keyring did not start" >&2 && exit 99
        sleep 0.05
      done ;;
  esac
  [ "$KEYRING_MODE" = locked ] && say org.freedesktop.secrets /org/freedesktop/secrets \
    org.freedesktop.Secret.Service.Lock array:objpath:/org/freedesktop/secrets/collection/login >/dev/null
  [ "$KEYRING_MODE" = stopped ] && kill -STOP "$daemon"
  "$@"
  code=$?
  [ -n "$daemon" ] && kill -KILL "$daemon" 2>/dev/null
  exit $code' keyring "$@" 2>"$home/stderr"
code=$?
grep -vE "^dbus-daemon|^\*\* |^\(|discover_other_daemon|^$" "$home/stderr" >&2
exit $code
