import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../src/base/root.ts';

export interface Child {
  readonly process: ChildProcess;
  /** Everything printed until now. */
  readonly output: () => string;
  readonly errors: () => string;
  /** The first log line with this message. Rejects where the process ends without it. */
  line(message: string): Promise<Record<string, unknown>>;
  /** How it ended. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
}

/** A folder that is gone when the test is. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'lede-test-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** The built bot as a process of its own; only these settings, none of the machine's. */
export function startBot(
  settings: Readonly<Record<string, string>>,
  command: readonly string[] = [process.execPath, 'dist/src/main.js'],
): Child {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(LEDE_|DISCORD_|DATABASE_URL)/.test(name));
  const env = { ...Object.fromEntries(inherited), DISCORD_TOKEN: '', LEDE_HTTP: 'off', ...settings };
  const [program, ...words] = command;
  const child = spawn(program!, words, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, errors] = ['', ''];
  const listeners = new Set<() => void>();
  child.stdout.on('data', (chunk) => {
    out += chunk;
    for (const listen of listeners) listen();
  });
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal }));

  const find = (message: string) =>
    out
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Record<string, unknown>)
      .find((entry) => entry['msg'] === message);

  return {
    process: child,
    output: () => out,
    errors: () => errors,
    line: (message) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = find(message);
          if (found) resolve(found);
        };
        listeners.add(look);
        look();
        void ended.then(() => reject(new Error(`It ended without “${message}”:\n${out}\n${errors}`)));
      }),
    ended,
  };
}
