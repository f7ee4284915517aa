import pino from 'pino';

type Details = Readonly<Record<string, unknown>>;

/** One sentence, and the facts that go with it. */
export interface Log {
  debug(message: string, details?: Details): void;
  info(message: string, details?: Details): void;
  warn(message: string, details?: Details): void;
  error(message: string, details?: Details): void;
}

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** One JSON object a line on standard output, so that any tool can search it. `error` takes what was thrown. */
export function openLog(level: LogLevel): Log {
  const log = pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { error: pino.stdSerializers.err },
  });
  const write =
    (at: Exclude<LogLevel, 'silent'>) =>
    (message: string, details: Details = {}) =>
      log[at](details, message);
  return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
}

export const silentLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
