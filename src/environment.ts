import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { messageOf, UserError } from './base/errors.ts';
import { ROOT } from './base/root.ts';

/** The environment with what `.env` beside package.json adds to it. What is set already wins. @throws UserError */
export function loadEnvironment(): NodeJS.ProcessEnv {
  const file = join(ROOT, '.env');
  if (!existsSync(file)) return process.env;
  try {
    process.loadEnvFile(file);
  } catch (error) {
    throw new UserError(`The file ${file} cannot be read as settings: ${messageOf(error)}`);
  }
  return process.env;
}
