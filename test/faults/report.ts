import type { Result } from './lane.ts';

const sum = (counts: object): number => Object.values(counts).reduce((all: number, each: number) => all + each, 0);
const listed = (counts: object): string =>
  Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');

/** What a run of faults came to, for whoever runs `npm run test:faults`. */
export function report(where: string, { kills, troubles, waiting, ...tally }: Result): string {
  return [
    `\n${where}: ${tally.deliveries} deliveries, ${tally.messages} messages`,
    `  kills: ${sum(kills)} (${listed(kills)})`,
    `  other faults: ${sum(troubles)} (${listed(troubles)})`,
    `  lost: ${tally.lost}`,
    `  doubled: ${tally.doubled}`,
    `  not passed on: ${tally.keptBack}`,
    ...waiting.map((each) => `  still waiting: ${each}`),
    '',
  ].join('\n');
}
