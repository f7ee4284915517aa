import { expect, test } from 'vitest';
import { read, words } from './reading.ts';

test.each([
  [
    'German',
    [
      'Der Hafen von Bergen bleibt seit Montag geschlossen.',
      '„Wir haben keine Wahl“, sagte Bürgermeisterin Karin Solheim am Abend.',
      'Die Fähren liegen an der Kette.',
      'Niemand weiß, wann sie wieder fahren.',
    ],
  ],
  [
    'French',
    [
      'Le port de Bergen reste fermé depuis lundi.',
      '« Nous n’avons pas le choix », a dit la maire Karin Solheim dans la soirée.',
      'Les bateaux sont à quai.',
      'Personne ne sait quand ils vont repartir.',
    ],
  ],
  [
    'Spanish',
    [
      'El puerto de Bergen sigue cerrado desde el lunes.',
      '«No tenemos otra opción», dijo la alcaldesa Karin Solheim por la tarde.',
      'Los barcos no salen.',
      'Nadie sabe cuándo van a volver.',
    ],
  ],
  [
    'Dutch',
    [
      'De haven van Bergen blijft sinds maandag dicht.',
      '“Wij hebben geen keuze,” zei burgemeester Karin Solheim in de avond.',
      'De boten liggen stil.',
      'Niemand weet wanneer ze weer varen.',
    ],
  ],
  [
    'Arabic',
    [
      'ميناء المدينة مغلق منذ يوم الاثنين.',
      'قالت رئيسة البلدية «ليس لدينا خيار آخر».',
      'السفن راسية.',
      'لا أحد يعرف متى تبحر.',
    ],
  ],
  ['Chinese', ['港口自周一起关闭。市长说：“我们别无选择。”船都停着。没有人知道什么时候再开。']],
])('of a text in %s only the sentences are read, and the first ones sum it up', (_, parts) => {
  const text = parts.join(' ');

  const { sentences, summary, quotes, entities } = read(text);

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
