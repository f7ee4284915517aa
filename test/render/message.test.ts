import { type APIMessageTopLevelComponent, ComponentType } from 'discord-api-types/v10';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Briefing } from '../../src/model/briefing.ts';
import { quotesIn, type ReadArticle } from '../../src/model/story.ts';
import { briefCard } from '../../src/render/brief.ts';
import { type Card, notice } from '../../src/render/card.ts';
import { LIMITS } from '../../src/render/limits.ts';
import { drawMessage, drawMessages } from '../../src/render/message.ts';
import { paginate } from '../../src/render/pages.ts';
import { articleWith } from '../support/articles.ts';

const ASK = { command: 'brief', answers: { since: '3d' }, page: 0 };

interface Drawn {
  readonly text: string;
  readonly count: number;
  readonly ids: string[];
  readonly labels: string[];
}

/** Everything in a message that Discord counts. */
function weigh(components: readonly object[]): Drawn {
  const all = flatten(components);
  return {
    text: all.map((part) => ('content' in part ? String(part.content) : '')).join(''),
    count: all.length,
    ids: all.flatMap((part) => ('custom_id' in part ? [String(part.custom_id)] : [])),
    labels: all.flatMap((part) => ('label' in part ? [String(part.label)] : [])),
  };
}

const flatten = (components: readonly object[]): object[] =>
  components.flatMap((part) => [part, ...flatten('components' in part ? (part.components as object[]) : [])]);

const briefing = (articles: readonly ReadArticle[]): Briefing => ({
  edition: {
    id: 'ed1',
    scope: 'cli',
    to: '2026-03-02T07:00:00.000Z',
    older: false,
    entries: [],
    developing: [],
    leftOut: [],
    receipt: { read: articles.length, stories: articles.length, shown: articles.length, feedsDown: [] },
  },
  stories: articles.map((article) => {
    const [quote] = quotesIn(article);
    const sentences = article.reading.summary.map((span) => ({ article, span }));
    const entry = {
      story: article.id,
      lead: { article: article.id, version: 1 },
      sources: [],
      sentences: [],
      score: {},
      changed: false,
      outlets: 1,
      independent: 1,
    };
    return { id: article.id, lead: article, sources: [article], sentences, people: [], entry, ...(quote && { quote }) };
  }),
  developing: articles.slice(0, 5),
});

const hostile = fc.record({
  title: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 600 }),
  text: fc.string({ unit: 'grapheme', minLength: 5, maxLength: 3_000 }).filter((text) => text.trim().length > 3),
  url: fc.option(fc.webUrl({ withQueryParameters: true, withFragments: true }), { nil: undefined }),
});

test('whatever the articles hold, every page is one that Discord takes', () => {
  fc.assert(
    fc.property(fc.array(hostile, { maxLength: 12 }), (written) => {
      const articles = written.map(({ url, ...rest }, index) => {
        const said = [{ words: rest.text.trim().slice(0, 1_500) }];
        return articleWith({ ...rest, ...(url && { url }), id: `a${index}`, said });
      });
      const card = briefCard(briefing(articles));
      for (const { index, count } of paginate(card)) {
        const { components, asks } = drawMessage(card, { ...ASK, page: index }, 'v'.repeat(24));
        const { text, count: many, ids, labels } = weigh(components);
        expect(text.length).toBeLessThanOrEqual(LIMITS.text);
        expect(many).toBeLessThanOrEqual(LIMITS.components);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.every((id) => id.length <= LIMITS.customId)).toBe(true);
        expect(labels.includes('Next')).toBe(index < count - 1);
        expect(labels.includes('Previous')).toBe(index > 0);
        expect(asks.every((ask) => ask.edition === 'ed1')).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

test('three stories of usual length come to a page, and every story comes once', () => {
  const articles = Array.from({ length: 7 }, (_, index) =>
    articleWith({ id: `a${index}`, title: `Headline ${index}` }),
  );

  const pages = paginate(briefCard(briefing(articles)));

  expect(pages.map((page) => page.entries.length)).toEqual([3, 3, 1]);
  expect(pages.flatMap((page) => page.entries.map(({ entry }) => entry.choices?.[0]?.label))).toEqual(
    articles.map(({ title }) => title),
  );
});

test('a control’s custom id is the view and the number of what it asks for', () => {
  const card: Card = {
    ...notice(['Hello']),
    buttons: [{ label: 'Back', ask: { command: 'story', answers: { title: '#x' }, page: 0 } }],
  };

  const { components, asks } = drawMessage(card, ASK, 'view7');

  expect(weigh(components as readonly APIMessageTopLevelComponent[]).ids).toEqual(['view7:0']);
  expect(asks).toEqual([{ command: 'story', answers: { title: '#x' }, page: 0 }]);
});

test('a page beyond the last is the last', () => {
  const { components } = drawMessage(notice(['Hello']), { ...ASK, page: 9 }, 'v');

  expect(components[0].components).toEqual([{ type: ComponentType.TextDisplay, content: 'Hello' }]);
});

test('a scheduled post has no Next: each of its pages is a message', () => {
  const articles = Array.from({ length: 7 }, (_, index) => articleWith({ id: `a${index}` }));

  const messages = drawMessages(briefCard(briefing(articles)), ASK, (page) => `view${page}`);

  const drawn = messages.map(({ components }) => weigh(components));
  expect(drawn.map(({ ids }) => ids[0]?.split(':')[0])).toEqual(['view0', 'view1', 'view2']);
  expect(drawn.flatMap(({ labels }) => labels)).not.toContain('Next');
  expect(drawn.flatMap(({ labels }) => labels)).not.toContain('Previous');
});
