import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../src/base/root.ts';
import { readConfig } from '../src/config.ts';

interface Compose {
  readonly services: Readonly<Record<string, { readonly environment: Record<string, string> }>>;
}

test('compose.yaml starts processes whose settings are good and whose shards are all there are, each once', () => {
  const text = readFileSync(join(ROOT, 'compose.yaml'), 'utf8').replace(/\$\{\w+:\?[^}]*\}/g, 'password');
  const { services } = parse(text, { merge: true }) as Compose;
  const bots = Object.entries(services).filter(([name]) => name.startsWith('lede'));

  const shards = bots.map(([, { environment }]) => readConfig(environment).shards);

  expect(shards).toEqual([0, 1, 2].map((shard) => ({ from: shard, to: shard, of: 3 })));
});
