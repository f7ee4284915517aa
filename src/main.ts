import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf, UserError } from './base/errors.ts';
import { openLog } from './base/log.ts';
import { ROOT } from './base/root.ts';
import { readConfig } from './config.ts';
import { start } from './start.ts';

/** How long a stop may take before the process ends anyway. */
const STOP_WITHIN_MS = 8_000;

async function main(): Promise<void> {
  if (existsSync(join(ROOT, '.env'))) process.loadEnvFile(join(ROOT, '.env'));
  const config = readConfig(process.env);
  const log = openLog(config.logLevel);
  const stopping = new AbortController();
  let stop: (() => Promise<void>) | undefined;

  const end = async (signal: NodeJS.Signals) => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    log.info(`${signal}: stopping`);
    setTimeout(() => process.exit(0), STOP_WITHIN_MS).unref();
    await stop?.().catch((error: unknown) => log.error('stopping went wrong', { error }));
    process.exit(0);
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  process.on('unhandledRejection', (error) => log.error(`something failed unseen: ${messageOf(error)}`, { error }));

  stop = await start(config, log);
}

main().catch((error: unknown) => {
  // Without a stack: whoever starts the bot can mend a setting, not the code.
  process.stderr.write(`${error instanceof UserError ? error.message : `Lede could not start: ${messageOf(error)}`}\n`);
  process.exit(1);
});
