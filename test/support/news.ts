import type { Draft } from '../../src/intake/draft.ts';

/** A small town's news, made up for the tests: two outlets on one event, and one event of its own. */
export const FERRY: Draft = {
  title: 'Ferry line to Kvaloy will close in May',
  url: 'https://port.example/ferry',
  outlet: 'Port News',
  publishedAt: '2026-03-02T05:00:00Z',
  text:
    'The ferry line between Tromso and Kvaloy will close in May, the harbour board announced on Monday.\n\n' +
    'Port director Ida Brekke said: “We have no money left for a second boat, and the first one is forty years old.”\n\n' +
    'Some 200 commuters use the boat every day. Brekke said that a bus would replace it.',
};

export const FERRY_AGAIN: Draft = {
  title: 'Commuters angry as Kvaloy ferry closes',
  url: 'https://gull.example/news/ferry-anger',
  outlet: 'The Gull',
  publishedAt: '2026-03-02T06:00:00Z',
  text:
    'Commuters protested on Monday against the closing of the ferry line between Tromso and Kvaloy in May.\n\n' +
    '“They never asked a single one of us,” said Jonas Lie, a teacher who takes the boat every day.\n\n' +
    'Port director Ida Brekke declined to comment. The harbour board meets again on Friday.',
};

export const BRIDGE: Draft = {
  title: 'Bridge over the sound opens in June',
  url: 'https://port.example/bridge',
  outlet: 'Port News',
  publishedAt: '2026-03-01T12:00:00Z',
  text:
    'A new bridge over the sound opens in June after five years of work. Drivers will pay a toll of two euros.\n\n' +
    'Transport Minister Petra Lindholm called it a gift to the north.',
};

export const NEWS: readonly Draft[] = [FERRY, FERRY_AGAIN, BRIDGE];
