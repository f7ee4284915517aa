import pino from 'pino';
import pretty from 'pino-pretty';
import type { Details, Log, LogLevel } from './log.ts';

/**
 * In a terminal a line to read; anywhere else one JSON object a line, so that any tool can search it. `details.error`
 * takes what was thrown.
 */
export function openLog(level: LogLevel, stream: NodeJS.WriteStream = process.stdout): Log {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { error: plainError },
  };
  const destination = stream.isTTY
    ? pretty({ destination: stream, sync: true, translateTime: 'SYS:HH:MM:ss', errorLikeObjectKeys: ['error'] })
    : stream;
  const log = pino(options, destination);
  const write =
    (at: Exclude<LogLevel, 'silent'>) =>
    (message: string, details: Details = {}) =>
      log[at](details, message);
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

/**
 * What is logged of something thrown. Discord's errors carry the request, whose address holds a token that is good for
 * a quarter of an hour, and the body: neither is logged.
 */
function plainError(thrown: unknown): object {
  if (!(thrown instanceof Error)) return { message: String(thrown) };
  const { name, message, stack } = thrown;
  const facts = Object.fromEntries(
    FACTS.flatMap((fact) => (fact in thrown ? [[fact, Reflect.get(thrown, fact)]] : [])),
  );
  return { type: name, message, ...facts, stack };
}

const FACTS = ['code', 'status', 'method'] as const;
