import { expect, test } from 'vitest';
import { briefCard } from '../../src/render/brief.ts';
import { drawTerminal } from '../../src/render/terminal.ts';
import { BRIDGE, FERRY, FERRY_AGAIN } from '../support/news.ts';
import { newsrooms } from '../support/with-news.ts';

const withNews = newsrooms();

test('outlets that print one text are said to be no sources of their own, and others are only counted', async () => {
  const { newsroom } = await withNews([
    FERRY,
    FERRY_AGAIN,
    BRIDGE,
    { ...BRIDGE, url: 'https://gull.example/bridge', outlet: 'The Gull' },
  ]);

  const shown = drawTerminal(briefCard(await newsroom.brief({ since: '7d' })), { colour: false, zone: 'UTC' });

  expect(shown).toContain('2 outlets · Port News, The Gull · first 2 Mar 2026, 05:00 UTC');
  expect(shown).toContain('2 outlets, one text · The Gull, Port News · first 1 Mar 2026, 12:00 UTC');
});
