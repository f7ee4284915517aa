import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT } from '../base/root.ts';

/**
 * `lede play`: the bot without its token, which opens the playground; in a process of its own, so that it starts and
 * stops as the bot does. Its folder is its own too, so that it runs beside the bot. @returns the exit code
 */
export async function play(dataDir: string, http: string | undefined): Promise<number> {
  const env = {
    ...process.env,
    DISCORD_TOKEN: '',
    DATABASE_URL: '',
    LEDE_DATA_DIR: join(dataDir, 'playground'),
    ...(http !== undefined && { LEDE_HTTP: http }),
  };
  const bot = spawn(process.execPath, [join(ROOT, 'dist/src/main.js')], { env, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => bot.kill(signal));
  const [code] = await once(bot, 'exit');
  return typeof code === 'number' ? code : 1;
}
