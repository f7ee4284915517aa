import { readFileSync } from 'node:fs';

/** Linux counts it in hundredths of a second, in the 14th and 15th field; the second may hold spaces, in brackets. */
const FIELDS_AFTER_NAME = 3;

/** Milliseconds of processor time a process has taken; on Linux only. */
export function processorTime(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[14 - FIELDS_AFTER_NAME]) + Number(fields[15 - FIELDS_AFTER_NAME])) * 10;
}
