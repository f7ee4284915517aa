import { expect, test } from 'vitest';
import { briefCard } from '../../src/render/brief.ts';
import { drawTerminal } from '../../src/render/terminal.ts';
import { BRIDGE, FERRY, FERRY_AGAIN } from '../support/news.ts';
import { newsrooms } from '../support/with-news.ts';

const withNews = newsrooms();

test('it is said how many outlets have a story, and how many of them report it by themselves', async () => {
  const { newsroom } = await withNews([
    FERRY,
    FERRY_AGAIN,
    BRIDGE,
    { ...BRIDGE, url: 'https://gull.example/bridge', outlet: 'The Gull' },
  ]);

  const shown = drawTerminal(briefCard(await newsroom.brief({ since: '7d' })), { colour: false, zone: 'UTC' });

  expect(shown).toContain('2 outlets, 2 independent · Port News, The Gull · first 2 Mar 2026, 05:00 UTC');
  expect(shown).toContain('2 outlets, 1 independent · The Gull, Port News · first 1 Mar 2026, 12:00 UTC');
});
