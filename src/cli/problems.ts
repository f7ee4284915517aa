import { type Details, type Log, silentLog } from '../base/log.ts';

/** Standard output is the answer's; what goes wrong beside it is said on standard error. Opened with the first line. */
export function problems(): Log {
  const opened = () => import('../base/open-log.ts').then(({ openLog }) => openLog('warn', process.stderr));
  const write = (at: 'warn' | 'error') => (message: string, details?: Details) =>
    void opened().then((log) => log[at](message, details));
  return { ...silentLog, warn: write('warn'), error: write('error') };
}
