import { messageOf, UserError } from './base/errors.ts';

/** How long a stop may take before the process ends anyway. */
const STOP_WITHIN_MS = 8_000;

let stop: (() => Promise<void>) | undefined;
let stopping = false;
let say = (sentence: string): void => void process.stderr.write(`${sentence}\n`);

/** Ends with exit code 0, whenever it is asked to: also while the program is still being loaded. */
async function end(signal: NodeJS.Signals): Promise<void> {
  if (stopping) return;
  stopping = true;
  say(`${signal}: stopping`);
  setTimeout(() => process.exit(0), STOP_WITHIN_MS).unref();
  await stop?.().catch((error: unknown) => say(`stopping went wrong: ${messageOf(error)}`));
  process.exit(0);
}

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
  stop = await start(config, log);
}

process.on('SIGTERM', end);
process.on('SIGINT', end);
main().catch((error: unknown) => {
  // Without a stack: whoever starts the bot can mend a setting, not the code.
  process.stderr.write(`${error instanceof UserError ? error.message : `Lede could not start: ${messageOf(error)}`}\n`);
  process.exit(1);
});
