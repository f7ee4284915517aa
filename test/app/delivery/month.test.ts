import { expect, test } from 'vitest';
import { tick } from '../../../src/app/delivery/due.ts';
import { findBriefing } from '../../../src/app/editions/briefings.ts';
import { slotEdition } from '../../../src/app/editions/slot-edition.ts';
import { DAY, HOUR } from '../../../src/base/clock.ts';
import type { Edition } from '../../../src/model/edition.ts';
import { slice } from '../../../src/model/span.ts';
import { editionById } from '../../../src/store/editions.ts';
import { scheduleById } from '../../../src/store/schedules/schedules.ts';
import { botWith } from '../../support/bot.ts';
import { schedule } from '../../support/delivery.ts';
import { syntheticNews } from '../../support/synthetic-news.ts';

const DAYS = 30;

test('over 30 days no edition shows one event twice, none tells a told story without a new fact, and each rebuilds byte for byte', async () => {
  const bot = await botWith();
  // The first slot is a minute away, at noon of the first day.
  const start = new Date(bot.clock.now().getTime() - 12 * HOUR).toISOString();
  try {
    const { id } = await schedule(bot, { stories: 12 });
    const eventOf = new Map<string, string>();
    const told = new Map<string, string[]>();
    const seen = { shown: 0, changed: 0, developing: 0, missed: 0 };
    for (const [day, news] of syntheticNews(DAYS, { start }).entries()) {
      for (const [url, event] of news.eventOf) eventOf.set(url, event);
      await bot.take(`file:${day}.json`, news.articles);
      bot.clock.move(day === 0 ? 60_000 : DAY);
      const asItStood = (await scheduleById(bot.store, id))!;
      await tick(bot.delivering);

      const edition = await lastPosted(bot.store);
      const { stories } = await findBriefing(bot.store, edition.id);
      const begun = new Set([...news.eventOf.values()].filter((event) => event.startsWith(`e${day}-`)));
      const events = stories.map(({ lead }) => eventOf.get(lead.url ?? ''));
      expect(new Set(events).size, `day ${day}: ${stories.map(({ lead }) => lead.title).join(' | ')}`).toBe(
        events.length,
      );
      seen.missed += [...begun].filter((event) => !events.includes(event)).length;
      for (const { lead, sentences, entry } of stories) {
        const event = eventOf.get(lead.url ?? '')!;
        const before = told.get(event);
        const first = slice(sentences[0]!.article.text, sentences[0]!.span);
        if (before) {
          expect(entry.changed, `day ${day}: ${lead.title}`).toBe(true);
          expect(before).not.toContain(first);
        }
        const all = sentences.map(({ article, span }) => slice(article.text, span));
        told.set(event, [...(before ?? []), ...all]);
        seen.shown += 1;
        if (entry.changed) seen.changed += 1;
      }
      seen.developing += edition.developing.length;
      const rebuilt = await slotEdition(bot.store, asItStood, new Date(edition.to));
      expect(JSON.stringify(rebuilt.edition)).toBe(JSON.stringify(edition));
    }
    // The news of the generator has all of it, so a test that saw none of one kind would say nothing.
    // The events of a kind are told in one form of words: two of some ninety are taken for one of days before (README).
    expect(seen.missed).toBeLessThanOrEqual(2);
    expect(seen.shown).toBeGreaterThan(80);
    expect(seen.changed).toBeGreaterThan(10);
    expect(seen.developing).toBeGreaterThan(5);
  } finally {
    await bot.close();
  }
}, 120_000);

async function lastPosted(store: Parameters<typeof editionById>[0]): Promise<Edition> {
  const row = await store.read
    .selectFrom('deliveries')
    .select('edition')
    .where('state', '=', 'posted')
    .orderBy('slot', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow();
  return (await editionById(store, row.edition!))!;
}
