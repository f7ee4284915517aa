import { expect, test } from 'vitest';
import { namesApart } from '../../src/render/names-apart.ts';

const entity = (name: string, type: 'person' | 'organization' | 'place') => ({
  id: `${name} ${type}`,
  name,
  type,
  aliases: [],
});

test('a name says its type only where another is called the same', () => {
  const names = [entity('Halden', 'place'), entity('HALDEN', 'organization'), entity('Mara Holm', 'person')];

  expect(namesApart(names)).toEqual(['Halden (place)', 'HALDEN (organisation)', 'Mara Holm']);
  expect(namesApart([])).toEqual([]);
});
