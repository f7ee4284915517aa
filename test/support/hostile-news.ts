import { DAY } from '../../src/base/clock.ts';
import { cleanLine, cleanText } from '../../src/intake/clean.ts';
import { found } from '../../src/intake/found.ts';
import type { ReadArticle } from '../../src/model/story.ts';
import { articleWith } from './articles.ts';
import { BAITS } from './harm.ts';

const escapedForXml = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    // No XML can hold these.
    .replaceAll(/(?!\n)\p{Cc}/gu, '');

const THINGS =
  'bridge tunnel school museum forest library factory theatre hospital airport stadium market castle prison brewery orchard quarry'.split(
    ' ',
  );

/** News that says `bait` wherever news says anything, each of an event of its own, with names to look for. */
export const hostileNews = (bait: string, index: number) => {
  const thing = THINGS[index]!;
  return {
    title: `Ferry${index}x ${thing} ${bait}`,
    outlet: bait,
    author: bait,
    publishedAt: new Date(Date.now() - index * 10 * DAY).toISOString(),
    url: `https://port.example/${index}?${bait.slice(0, 200)}`,
    text:
      `${bait} The ${thing} by the ferry shuts its ${thing} doors, the ${thing} keeper told the ${thing} board.\n\n` +
      `“We close the ${thing} ${bait.slice(0, 300)} for good,” said Port Director Ida Brekke, ${bait.slice(0, 300)}.\n\n` +
      `**Jonas_Lie** @everyone <@1>, head of [the ${thing}](https://evil.example), said: “${bait.slice(0, 300)}.”`,
  };
};

export const hostileFeed = (bait: string) =>
  `<rss version="2.0"><channel><title>${escapedForXml(`Feed ${bait.slice(0, 500)}`)}</title>${BAITS.map(
    (each, index) =>
      `<item><title>${escapedForXml(`Tram ${index} ${each}`)}</title><guid isPermaLink="false">${index}</guid>` +
      `<link>https://port.example/tram/${index}</link><description>${escapedForXml(`${each} The tram runs again, the town said on Monday.`)}</description></item>`,
  ).join('')}</channel></rss>`;

/** A page of every bait. */
export const hostilePage = () =>
  `<html><head><title>${escapedForXml(BAITS[0]!)}</title></head><body><article><h1>${escapedForXml(BAITS[0]!)}</h1>${BAITS.map((bait) => `<p>${escapedForXml(bait.slice(0, 600))} The tram runs again, said Mayor Ida Brekke on Monday.</p>`).join('')}</article></body></html>`;

/** An article that says `bait` wherever an article says anything, as intake leaves it; `link` is its address. */
export function articleOf(bait: string, link: string): ReadArticle {
  const words = cleanText(bait) || 'bait';
  const quoted = words.slice(0, 1_500).trim();
  const text = cleanText(`${words}\n\n“${quoted}”, said ${words}, head of ${words}. ${words} stops in May.`);
  const { url, outlet, author, title } = found({ title: bait, outlet: bait, author: bait, url: link, text }).article;
  const whole = { start: 0, end: text.length };
  const first = { start: 0, end: words.length };
  const name = cleanLine(bait);
  return {
    ...articleWith({ text: 'Words.' }),
    title,
    text,
    ...(url && { url }),
    ...(outlet && { outlet }),
    ...(author && { author }),
    reading: {
      sentences: [first, whole],
      summary: [first, whole, first],
      quotes: [
        {
          words: first,
          sentence: whole,
          speaker: { mention: first, names: [name, name], entities: [0], found: 'explicit' },
        },
        { words: whole, sentence: whole, speaker: { mention: first, names: [], entities: [], found: 'explicit' } },
      ],
      entities: [{ name, type: 'person', aliases: [name], mentions: [first], roles: [whole, first] }],
    },
  };
}
