// Builds the console for Maven, and does nothing where nothing has changed: `npm ci` only after a change of the lock
// file, checks and bundle only after a change of a source. Run by web-module/pom.xml; by hand: node scripts/build.mjs
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = [20, 19];
const ui = dirname(dirname(fileURLToPath(import.meta.url)));
const target = join(ui, '../../../target');
const bundle = join(target, 'ui');
const installStamp = join(ui, 'node_modules/.optibid-installed');
const buildStamp = join(target, 'ui-stamp.json');
const NOT_SOURCES = new Set(['node_modules', 'schema.gen.ts']);

async function main() {
  requireNode();
  const skipTests = process.argv.includes('--skip-tests=true');
  const started = Date.now();
  await install();
  const sources = hashOf(filesUnder(ui));
  const last = stamped();
  const built = last.built === sources && existsSync(join(bundle, 'index.html'));
  const tested = last.tested === sources;
  if (built && (tested || skipTests)) {
    console.log(`Console: nothing has changed (${Date.now() - started} ms)`);
    return;
  }
  await run('openapi-typescript', ['openapi.json', '--output', 'src/lib/api/schema.gen.ts']);
  await Promise.all([
    run('prettier', ['--check', '--log-level', 'warn', '.']),
    run('eslint', ['.', '--max-warnings', '0']),
    run('tsc', ['--noEmit']),
    ...(skipTests ? [] : [run('vitest', ['run'])]),
  ]);
  await run('vite', ['build', '--logLevel', 'warn']);
  writeFileSync(buildStamp, JSON.stringify({ built: sources, tested: skipTests ? last.tested : sources }));
  const checks = skipTests ? 'checked' : 'checked and tested';
  console.log(
    `Console: ${checks}, built into ${relative(process.cwd(), bundle)} (${Date.now() - started} ms)`,
  );
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    throw new Error(
      `The console needs Node ${OLDEST_NODE.join('.')} or newer, and ${process.execPath} is ${process.versions.node}. ` +
        'Install a newer one, or build without the console: -Dui.skip',
    );
  }
}

async function install() {
  const wanted = hashOf([join(ui, 'package.json'), join(ui, 'package-lock.json'), join(ui, '.npmrc')]);
  if (existsSync(installStamp) && readFileSync(installStamp, 'utf8') === wanted) {
    return;
  }
  console.log('Console: installing its libraries (npm ci)');
  await start('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(installStamp, wanted);
}

function stamped() {
  try {
    return JSON.parse(readFileSync(buildStamp, 'utf8'));
  } catch {
    return {};
  }
}

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !NOT_SOURCES.has(entry.name))
    .flatMap((entry) =>
      entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)],
    )
    .sort();
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(relative(ui, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
}

function run(tool, args) {
  return start(process.execPath, [join(ui, 'node_modules', '.bin', tool), ...args], tool);
}

/** Shows what a command says only when it fails: several run at once. */
function start(command, args, name = command) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ui, env: { ...process.env, NO_COLOR: '1' } });
    const said = [];
    child.stdout.on('data', (part) => said.push(part));
    child.stderr.on('data', (part) => said.push(part));
    child.on('error', (cause) => reject(new Error(`${name} cannot be started: ${cause.message}`)));
    child.on('close', (code) => {
      if (code === 0) {
        resolve();
      } else {
        reject(new Error(`${name} failed:\n${Buffer.concat(said).toString().trim()}`));
      }
    });
  });
}

mkdirSync(target, { recursive: true });
main().catch((failure) => {
  rmSync(buildStamp, { force: true });
  console.error(`Console: ${failure.message}`);
  process.exit(1);
});
