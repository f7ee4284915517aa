import { PassThrough } from 'node:stream';
import { DiscordAPIError } from 'discord.js';
import { expect, test } from 'vitest';
import { openLog } from '../../src/base/open-log.ts';

function logged(
  write: (log: ReturnType<typeof openLog>) => void,
  level: Parameters<typeof openLog>[0] = 'info',
): string {
  const stream = new PassThrough();
  write(openLog(level, stream as unknown as NodeJS.WriteStream));
  return String(stream.read() ?? '');
}

test('a line is one JSON object with level, time, sentence and facts', () => {
  const line = logged((log) => log.warn('a file was skipped', { file: 'a.md' }));

  expect(JSON.parse(line)).toEqual({
    level: 'warn',
    time: expect.any(String),
    msg: 'a file was skipped',
    file: 'a.md',
  });
});

test('what is below the level is not written', () => {
  expect(logged((log) => log.info('hello'), 'error')).toBe('');
});

test('an error of Discord’s is logged without the address, whose token is good for a quarter of an hour', () => {
  const url = 'https://discord.example/api/v10/interactions/1/SECRET-TOKEN/callback';
  const raw = { code: 10062, message: 'Unknown interaction' };
  const error = new DiscordAPIError(raw, 10062, 404, 'POST', url, { files: [], body: { content: 'SECRET-WORDS' } });

  const line = logged((log) => log.error('an answer did not reach Discord', { error }));

  expect(JSON.parse(line).error).toMatchObject({
    message: 'Unknown interaction',
    code: 10062,
    status: 404,
    method: 'POST',
  });
  expect(line).not.toContain('SECRET');
});
