// Builds, starts the bot as a supervisor would, asks it something, and stops it. Exits with 1 and a sentence if anything is amiss.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const folder = mkdtempSync(join(tmpdir(), 'lede-smoke-'));
const env = { ...process.env, DISCORD_TOKEN: '', DATABASE_URL: '', LEDE_DATA_DIR: folder, LEDE_HTTP: '127.0.0.1:0' };

execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
const bot = spawn(process.execPath, ['dist/src/main.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
const ended = once(bot, 'exit');
const timer = setTimeout(() => bot.kill('SIGKILL'), 60_000);
try {
  const { http } = await readyLine();
  assert.equal((await fetch(`${http}/healthz`)).status, 200, '/healthz');
  assert.equal((await fetch(`${http}/readyz`)).status, 200, '/readyz');
  assert.match(await (await fetch(http)).text(), /<html/i, 'the playground');

  const lines = lede('read', '--json', 'data/articles/000_c016ff0afc35540a.txt').map((line) => JSON.parse(line));
  assert.equal(lines.flatMap(({ quotes }) => quotes.filter(({ speaker }) => speaker)).length, 5, 'attributed quotes');
  assert.match(lede('who', 'katz').join('\n'), /Israel Katz/, 'lede who');

  bot.kill('SIGTERM');
  assert.deepEqual(await ended, [0, null], 'the exit code after SIGTERM');
  console.log(`smoke test passed on Node ${process.version}`);
} finally {
  clearTimeout(timer);
  bot.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
}

async function readyLine() {
  for await (const line of createInterface({ input: bot.stdout })) {
    const entry = JSON.parse(line);
    if (entry.msg === 'ready') return entry;
  }
  throw new Error('the bot ended before it was ready');
}

function lede(...words) {
  return execFileSync(process.execPath, ['dist/packed/lede.js', ...words], { env, encoding: 'utf8' })
    .trim()
    .split('\n');
}
