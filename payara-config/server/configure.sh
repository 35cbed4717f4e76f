#!/usr/bin/env bash
# Prepares a running domain of Payara Server 6 for OptiBid: the PostgreSQL driver, the connection pool behind
# jdbc/optibid, HTTP without the server's name and with enough threads, error pages of OptiBid's own, a server.log that does
# not grow for ever. Can be run again: it changes what differs.
# The integration tests prepare their server with this very script.
#
#   DATABASE_PASSWORD_FILE=/etc/optibid/password ./configure.sh
#
# Settings, all from the environment:
#   ASADMIN                 the program (asadmin)
#   ADMIN_HOST, ADMIN_PORT  the domain's administration listener (localhost, 4848)
#   ADMIN_USER              (admin)
#   ADMIN_PASSWORD_FILE     file with the line AS_ADMIN_PASSWORD=...; empty where the domain has no password
#   DATABASE_HOST, DATABASE_PORT, DATABASE_NAME, DATABASE_USER   (localhost, 5432, optibid, optibid)
#                           the user is the application's login, which owns nothing, and not the one that migrates
#   DATABASE_PASSWORD_FILE  file that holds the database's password and nothing else
#   DATABASE_CONNECTIONS    greatest number of connections of the pool (32)
#   DRIVER                  PostgreSQL's JDBC driver (jar) to install in the domain; empty where it is there already
#   HTTP_THREADS            greatest number of threads that answer requests (64)
#   REQUEST_SECONDS         a request whose body is not there, or that is not answered, after so long gives its thread back (300)
#   LOG_FILES               server.log and so many of its predecessors are kept, 10 MB each (10)
#   HEAP                    greatest heap of the server (2g); takes effect at its next start
#   DOCROOT                 folder that serves what no application serves: an existing one without anything to see
#                           (the fonts of Payara's index page, which goes away with this)
#   CONFIG                  the domain's configuration to change (server-config)
set -euo pipefail

asadmin=${ASADMIN:-asadmin}
config=${CONFIG:-server-config}
password_file=${DATABASE_PASSWORD_FILE:?name the file that holds the password of the database}

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
chmod 700 "$scratch"

# What asadmin must not show on its command line goes through its password file.
if [ -n "${ADMIN_PASSWORD_FILE:-}" ]; then cat "$ADMIN_PASSWORD_FILE" >"$scratch/passwords"; fi
printf '\nAS_ADMIN_ALIASPASSWORD=%s\n' "$(cat "$password_file")" >>"$scratch/passwords"

# Runs the commands of a file in one asadmin, which costs a JVM's start only once.
run() {
  "$asadmin" --host "${ADMIN_HOST:-localhost}" --port "${ADMIN_PORT:-4848}" --user "${ADMIN_USER:-admin}" \
    --passwordfile "$scratch/passwords" --interactive=false multimode --file "$1" 2>&1
}

cat >"$scratch/questions" <<QUESTIONS
list-jdbc-connection-pools
list-jdbc-resources
list-password-aliases
list-libraries
list-jvm-options
QUESTIONS
present=$(run "$scratch/questions")
has() { grep -qxF -- "$1" <<<"$present"; }

commands="$scratch/commands"
: >"$commands"
add() { printf '%s\n' "$*" >>"$commands"; }

if has optibid-database; then add update-password-alias optibid-database; else add create-password-alias optibid-database; fi

if [ -n "${DRIVER:-}" ] && ! has "$(basename "$DRIVER")"; then add add-library --type common "$DRIVER"; fi

pool=resources.jdbc-connection-pool.optibid
has optibid || add create-jdbc-connection-pool --datasourceclassname org.postgresql.ds.PGSimpleDataSource \
  --restype javax.sql.DataSource --property User=optibid optibid
add set "$pool.property.ServerName=${DATABASE_HOST:-localhost}"
add set "$pool.property.PortNumber=${DATABASE_PORT:-5432}"
add set "$pool.property.DatabaseName=${DATABASE_NAME:-optibid}"
add set "$pool.property.User=${DATABASE_USER:-optibid}"
add set "$pool.property.Password=\${ALIAS=optibid-database}"
add set "$pool.property.ApplicationName=optibid"
# No statement and no forgotten transaction holds locks for ever.
add set "$pool.property.Options='-c statement_timeout=300000 -c idle_in_transaction_session_timeout=300000 -c lock_timeout=60000'"
add set "$pool.max-pool-size=${DATABASE_CONNECTIONS:-32}"
add set "$pool.steady-pool-size=2"
# A connection that PostgreSQL dropped is replaced instead of handed out.
add set "$pool.validation-classname=org.glassfish.api.jdbc.validation.PostgresConnectionValidation"
add set "$pool.connection-validation-method=custom-validation"
add set "$pool.is-connection-validation-required=true"
add set "$pool.validate-atmost-once-period-in-seconds=30"
has jdbc/optibid || add create-jdbc-resource --connectionpoolid optibid jdbc/optibid

# The application takes the pool instead of the one it brings along.
add set-config-property --propertyName=optibid.datasource --propertyValue=jdbc/optibid --source=domain

# What the server says by itself, while OptiBid is not deployed, is starting or was refused its start. Plain markup: where
# OptiBid is deployed its policy allows no style in a page.
page() {
  cat >"$scratch/optibid-$1.html" <<PAGE
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>$2 - OptiBid</title>
</head>
<body>
<main>
<h1>$2</h1>
<p>$3</p>
$4
<p>OptiBid - $1</p>
</main>
</body>
</html>
PAGE
  pages+=("$scratch/optibid-$1.html")
}
pages=()
again='Try again in a minute. If it stays like this, tell whoever runs this server.'
operator='<p>If you run this server: the line of its log that begins <code>OptiBid does not start</code> says what is missing,
and <code>/health/ready</code> answers 200 when OptiBid is ready.</p>'
refused='This server did not accept what the browser or the program sent. Go back and try again; if you wrote the request
yourself, compare it with the description of the interface.'
for code in 400 405 408 411 413 414 415 417 431 501 505; do page $code 'The request was not understood' "$refused" ''; done
page 401 'Log in first' 'This is for users who have logged in.' ''
page 403 'This is not allowed' 'This server does not allow what was asked for. Ask whoever runs it if you need it.' ''
page 404 'There is nothing here' "The address is wrong, or OptiBid is not running here at the moment. $again" "$operator"
page 500 'Something went wrong' "The server could not answer. What was asked for may or may not have been done. $again" "$operator"
for code in 502 503 504; do page $code 'OptiBid does not answer yet' "It is starting, or is being replaced. $again" "$operator"; done

# Libraries of type app are on no class path: this is how a file gets into a domain on another machine. An older one of
# the same name is replaced.
add add-library --type app "${pages[*]}"
server="configs.config.$config.http-service.virtual-server.server"
for file in "${pages[@]}"; do
  name=$(basename "$file" .html)
  add set "$server.property.send-error_${name#optibid-}='code=${name#optibid-}" \
    "path=\${com.sun.aas.instanceRoot}/lib/applibs/$name.html'"
done
add set "$server.docroot=${DOCROOT:-\${com.sun.aas.instanceRoot\}/docroot/fonts}"

for listener in http-listener-1 http-listener-2; do
  add set "configs.config.$config.network-config.protocols.protocol.$listener.http.xpowered-by=false"
  add set "configs.config.$config.network-config.protocols.protocol.$listener.http.server-header=false"
  # Without it, who sends a body byte by byte keeps a thread for a quarter of an hour.
  add set "configs.config.$config.network-config.protocols.protocol.$listener.http.request-timeout-seconds=${REQUEST_SECONDS:-300}"
done
add set "configs.config.$config.thread-pools.thread-pool.http-thread-pool.max-thread-pool-size=${HTTP_THREADS:-64}"

file_handler=com.sun.enterprise.server.logging.GFFileHandler
add set-log-attributes --target "$config" \
  "$file_handler.rotationLimitInBytes=10000000:$file_handler.maxHistoryFiles=${LOG_FILES:-10}"

# One server needs no data grid, and a grid listens on every interface.
add set-hazelcast-configuration --enabled=false --dynamic=true
add disable-phone-home

heap="-Xmx${HEAP:-2g}"
for other in $(grep -oE '^-Xmx[0-9]+[kmgKMG]?$' <<<"$present"); do
  [ "$other" = "$heap" ] || add delete-jvm-options -- "$other"
done
has "$heap" || add create-jvm-options -- "$heap"

# The name in error pages that are none of ours.
name=-Dproduct.name=OptiBid
has "$name" || add create-jvm-options -- "$name"

answers=$(run "$commands") || true
if grep -qE 'failed\.|CLI[0-9]+|Usage:' <<<"$answers"; then
  printf '%s\n' "$answers" >&2
  echo "The domain was not prepared: see the command above that failed." >&2
  exit 1
fi
echo "The domain is prepared: pool optibid, resource jdbc/optibid. Restart it now: its HTTP listeners have changed."
