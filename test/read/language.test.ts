import { expect, test } from 'vitest';
import { readArticle } from '../../src/read/read.ts';
import { knowledge, read, words } from './reading.ts';

test.each([
  [
    'German',
    'de',
    [
      'Der Hafen von Bergen bleibt seit Montag geschlossen.',
      '„Wir haben keine Wahl“, sagte Bürgermeisterin Karin Solheim am Abend.',
      'Die Fähren liegen an der Kette.',
      'Niemand weiß, wann sie wieder fahren.',
    ],
  ],
  [
    'French',
    'fr',
    [
      'Le port de Bergen reste fermé depuis lundi.',
      '« Nous n’avons pas le choix », a dit la maire Karin Solheim dans la soirée.',
      'Les bateaux sont à quai.',
      'Personne ne sait quand ils vont repartir.',
    ],
  ],
  [
    'Spanish',
    'es',
    [
      'El puerto de Bergen sigue cerrado desde el lunes.',
      '«No tenemos otra opción», dijo la alcaldesa Karin Solheim por la tarde.',
      'Los barcos no salen.',
      'Nadie sabe cuándo van a volver.',
    ],
  ],
  [
    'Dutch',
    'nl',
    [
      'De haven van Bergen blijft sinds maandag dicht.',
      '“Wij hebben geen keuze,” zei burgemeester Karin Solheim in de avond.',
      'De boten liggen stil.',
      'Niemand weet wanneer ze weer varen.',
    ],
  ],
  [
    'Arabic',
    'ar',
    [
      'ميناء المدينة مغلق منذ يوم الاثنين.',
      'قالت رئيسة البلدية «ليس لدينا خيار آخر».',
      'السفن راسية.',
      'لا أحد يعرف متى تبحر.',
    ],
  ],
  ['Chinese', 'zh', ['港口自周一起关闭。市长说：“我们别无选择。”船都停着。没有人知道什么时候再开。']],
])('of a text in %s only the sentences are read, and the first ones sum it up', (_, tag, parts) => {
  const text = parts.join(' ');

  const { language, sentences, summary, quotes, entities } = read(text);

  expect(language).toBe(tag);
  expect(sentences).toHaveLength(4);
  expect(words(text, summary)).toEqual(words(text, sentences.slice(0, 3)));
  expect(quotes).toEqual([]);
  expect(entities).toEqual([]);
});

test('English that is mostly names is still English', () => {
  expect(
    read('Present: Karin Solheim, Jonas Brekke, Ivo Brandt and Anna Holm of the Port of Bergen.').entities.length,
  ).toBeGreaterThan(3);
});

const GERMAN =
  'Der Hafen von Bergen bleibt seit Montag geschlossen, weil die Fähren an der Kette liegen und niemand weiß, wann sie ' +
  'wieder fahren dürfen, sagte Bürgermeisterin Karin Solheim am Abend vor dem Rat der Stadt.';
const ENGLISH =
  'The harbour of Bergen has been closed since Monday. “We have no choice,” said Mayor Jonas Brekke of the town council. ' +
  'The ferries lie at the quay, and nobody knows when they will sail again.';

test('in an English text what is in another language is passed over', () => {
  const text = `${ENGLISH}\n${GERMAN}\nميناء المدينة مغلق منذ يوم الاثنين.\nThe council meets again on Friday.`;

  const { language, sentences, summary, entities } = read(text);

  expect(language).toBe('en');
  expect(sentences).toHaveLength(6);
  expect(words(text, summary).join(' ')).not.toMatch(/Hafen|ميناء/);
  expect(entities.map(({ name }) => name)).toEqual(['Bergen', 'Jonas Brekke']);
});

test('a text that is mostly in another language is not read for the sake of an English line', () => {
  const { language, quotes } = read(`${GERMAN}\n“We have no choice,” said Mayor Jonas Brekke.\n${GERMAN}`);

  expect(language).toBe('de');
  expect(quotes).toEqual([]);
});

test.each([
  ['en-GB', ENGLISH, 'en-GB'],
  ['de', ENGLISH, 'en'],
  ['en-US', GERMAN, 'de'],
  ['de-AT', GERMAN, 'de-AT'],
  ['hr', 'Luka je zatvorena od ponedjeljka jer brodovi ne mogu isploviti, rekla je gradonačelnica navečer.', 'hr'],
  ['nb', 'Havnen stengt', 'nb'],
  [undefined, 'Havnen stengt', undefined],
])('what an outlet calls %s', (declared, text, expected) => {
  const article = { title: '', text, ...(declared && { language: declared }) };

  expect(readArticle(article, knowledge).language).toBe(expected);
});
