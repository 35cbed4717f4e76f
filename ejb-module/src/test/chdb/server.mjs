// A current ClickHouse engine (chdb, in this process) behind the part of ClickHouse's HTTP interface that OptiBid's client
// uses, for tests where no clickhouse-server of today can be installed. Not a server: one query at a time, no users but one.
// Arguments: port, folder of the data, folder with node_modules, user, password; for TLS also the files of a certificate and key.
import { readFileSync } from 'node:fs';
import { createServer as createPlainServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { createRequire } from 'node:module';

const [port, data, modules, user, password, certificate, key] = process.argv.slice(2);
const { Session } = createRequire(`${modules}/`)('chdb');
const session = new Session(data);
const TEXT = 'TabSeparated';

let last = Promise.resolve();

const server = certificate
  ? createTlsServer({ cert: readFileSync(certificate), key: readFileSync(key) })
  : createPlainServer();

server.on('request', (request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    // One after the other: the engine has one connection.
    last = last.then(() => answer(request, Buffer.concat(parts), response)).catch((error) => fail(response, error));
  });
});
server.listen(Number(port), '127.0.0.1');

async function answer(request, body, response) {
  const url = new URL(request.url, 'http://localhost');
  if (url.pathname === '/ping') {
    response.end('Ok.\n');
    return;
  }
  if (!isKnown(request)) {
    response.writeHead(403, { 'X-ClickHouse-Exception-Code': '516' });
    response.end('Code: 516. DB::Exception: Authentication failed: password is incorrect. (AUTHENTICATION_FAILED)');
    return;
  }
  const database = url.searchParams.get('database') ?? request.headers['x-clickhouse-database'];
  if (database) {
    session.query(`USE "${database.replaceAll('"', '')}"`);
  }
  const statement = url.searchParams.get('query');
  const format = url.searchParams.get('default_format') ?? request.headers['x-clickhouse-format'] ?? TEXT;
  const sql = statement === null ? body.toString('utf8') : `${statement}\n${body.toString('utf8')}`;
  const named = [...url.searchParams].filter(([name]) => name.startsWith('param_'));
  const params = Object.fromEntries(named.map(([name, value]) => [name.slice('param_'.length), value]));
  const result = await session.queryAsync(bound(sql, params), { format });
  response.writeHead(200, { 'X-ClickHouse-Format': format, 'X-ClickHouse-Summary': '{}' });
  response.end(Buffer.from(result.bytes()));
}

/** Parameters as ClickHouse's HTTP interface takes them, put in as literals of their types. */
function bound(sql, params) {
  return sql.replaceAll(/\{(\w+):([^}]+)\}/g, (whole, name, type) =>
    name in params ? `CAST('${params[name].replaceAll('\\', '\\\\').replaceAll("'", "\\'")}', '${type.replaceAll("'", "\\'")}')` : whole,
  );
}

function isKnown(request) {
  const basic = request.headers.authorization?.replace(/^Basic /, '');
  const given = basic
    ? Buffer.from(basic, 'base64').toString('utf8')
    : `${request.headers['x-clickhouse-user'] ?? 'default'}:${request.headers['x-clickhouse-key'] ?? ''}`;
  return given === `${user}:${password}`;
}

function fail(response, error) {
  const code = String(error.clickhouseCode ?? /Code: (\d+)/.exec(error.message)?.[1] ?? 1);
  if (!response.headersSent) {
    response.writeHead(500, { 'X-ClickHouse-Exception-Code': code });
  }
  response.end(error.message.startsWith('Code:') ? error.message : `Code: ${code}. DB::Exception: ${error.message}`);
}
