import { messageOf, UserError } from './base/errors.ts';

/** How long a stop may take before the process ends anyway. */
const STOP_WITHIN_MS = 8_000;

let stop: (() => Promise<void>) | undefined;
let stopping = false;
let say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);

/** Ends whenever it is asked to, also while the program is still being loaded. */
async function end(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(code), STOP_WITHIN_MS).unref();
  await stop?.().catch((error: unknown) => say(`stopping went wrong: ${messageOf(error)}`));
  process.exit(code);
}

function stopFor(signal: NodeJS.Signals): void {
  say(`${signal}: stopping`);
  void end(0);
}

/** Without a stack: whoever runs the bot can mend a setting, not the code. */
const complain = (why: string): void => void process.stderr.write(`${why}\n`);

async function main(): Promise<void> {
  // Loading everything takes most of a second; a signal must not find the program deaf until then.
  const { loadEnvironment } = await import('./environment.ts');
  const { readConfig } = await import('./config.ts');
  const { openLog } = await import('./base/open-log.ts');
  const { start } = await import('./start.ts');
  const config = readConfig(loadEnvironment());
  const log = openLog(config.logLevel);
  say = log.info;
  process.on('unhandledRejection', (error) => log.error(`something failed unseen: ${messageOf(error)}`, { error }));
  stop = await start(config, log, (why) => {
    complain(why.message);
    void end(1);
  });
}

process.on('SIGTERM', stopFor);
process.on('SIGINT', stopFor);
main().catch((error: unknown) => {
  if (stopping) return;
  complain(error instanceof UserError ? error.message : `Lede could not start: ${messageOf(error)}`);
  process.exit(1);
});
