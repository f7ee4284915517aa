import { afterAll, beforeAll, expect, test } from 'vitest';
import brief from '../../commands/brief.ts';
import search from '../../commands/search.ts';
import story from '../../commands/story.ts';
import { drawTerminal } from '../../src/render/terminal.ts';
import { MONDAY, newsroomWith, type TestNewsroom } from '../support/newsroom.ts';

const TITLE = 'Hafen von Bergen bleibt geschlossen';
const SENTENCES = [
  'Der Hafen von Bergen bleibt seit Montag geschlossen.',
  '„Wir haben keine Wahl“, sagte Bürgermeisterin Karin Solheim am Abend.',
  'Die Fähren liegen an der Kette.',
];
const ARTICLE = {
  title: TITLE,
  text: [...SENTENCES, 'Niemand weiß, wann sie wieder fahren.'].join(' '),
  outlet: 'Hafenblatt',
  publishedAt: MONDAY.toISOString(),
};
const NOTE = 'in German, not read further';

let room: TestNewsroom;

beforeAll(async () => {
  room = await newsroomWith([ARTICLE]);
});

afterAll(() => room.close());

test.each([
  ['/brief', () => brief.run({ since: 'all' }, room.newsroom)],
  ['/story', () => story.run({ title: TITLE }, room.newsroom)],
])('%s shows the beginning of a German article and says that the rest is not read', async (_, ask) => {
  const { card } = await ask();

  const shown = drawTerminal(card, { colour: false, zone: 'UTC' });
  for (const sentence of SENTENCES) expect(shown).toContain(sentence);
  expect(shown).toContain(NOTE);
  expect(shown).not.toContain('People');
});

test('/search finds it by its own words, and says so too', async () => {
  const { card } = await search.run({ words: 'Fähren' }, room.newsroom);

  expect(drawTerminal(card, { colour: false, zone: 'UTC' })).toContain(SENTENCES[2]);
  expect(drawTerminal(card, { colour: false, zone: 'UTC' })).toContain(NOTE);
});
