import { fold } from '../base/fold.ts';
import type { Candidate, Dossier } from '../model/briefing.ts';
import type { Entity } from '../model/entity.ts';
import { slice } from '../model/span.ts';
import { dateline, headline, linked } from './article.ts';
import { whoAsk } from './asks.ts';
import type { Block, Card, Choice, Entry, Line } from './card.ts';
import { count } from './count.ts';
import { clip, clipName } from './limits.ts';
import { namesApart, TYPES } from './names-apart.ts';
import { articleRow, quotation, quoteRow } from './quotation.ts';

const ALIASES = 5;

/** The dossier: name and type, stated roles, latest quotes, articles, and who else appears with them. */
export function whoCard(dossier: Dossier): Card {
  const { entity, totals } = dossier;
  const aliases = entity.aliases
    .filter((alias) => !isPartOf(alias, entity.name))
    .slice(0, ALIASES)
    .map((alias) => clipName(alias))
    .join(', ');
  return {
    head: [
      { title: [clipName(entity.name)] },
      { small: [TYPES[entity.type], ...(aliases ? [' · also ', aliases] : [])] },
    ],
    entries: [roles(dossier), quotes(dossier), articles(dossier), company(dossier)].filter(
      ({ blocks }) => blocks.length > 0,
    ),
    foot: [{ small: [`named in ${count(totals.articles, 'article')} · ${count(totals.quotes, 'quote')}`] }],
    perPage: 12,
    menu: 'Open another dossier',
  };
}

/** "Brekke" tells nothing of Ida Brekke that her name does not. */
function isPartOf(alias: string, name: string): boolean {
  const words = fold(name).split(' ');
  return fold(alias)
    .split(' ')
    .every((word) => words.includes(word));
}

function roles({ entity, roles, named }: Dossier): Entry {
  if (roles.length > 0) {
    const stated = roles.map((role): Block => ({ bullet: [{ verbatim: role }, ' · ', ...dateline(role.article)] }));
    return { blocks: [{ heading: [roles.length === 1 ? 'Stated role' : 'Stated roles'] }, ...stated] };
  }
  if (!named) return { blocks: [] };
  const why = entity.type === 'person' ? [{ small: ['No role is stated. What the newest article says:'] }] : [];
  return { blocks: [...why, { text: linked(named) }] };
}

function quotes({ entity, quotes, totals }: Dossier): Entry {
  if (quotes.length === 0) return { blocks: [] };
  const ask = { command: 'quotes', answers: { speaker: `#${entity.id}` }, page: 0 };
  return {
    blocks: [{ heading: ['Latest quotes'] }, ...quotes.flatMap((quoted): Block[] => [quotation(quoted)])],
    ...(totals.quotes > quotes.length && { buttons: [{ label: `All ${totals.quotes} quotes`, ask }] }),
  };
}

function articles({ articles }: Dossier): Entry {
  if (articles.length === 0) return { blocks: [] };
  const lines = articles.map((article): Block => ({ bullet: [headline(article), ' · ', ...dateline(article)] }));
  return { blocks: [{ heading: ['In the news'] }, ...lines] };
}

function company({ companions }: Dossier): Entry {
  if (companions.length === 0) return { blocks: [] };
  const lines = companions.map(({ entity, articles }): Block => {
    return {
      bullet: [clipName(entity.name), ` · ${TYPES[entity.type]}`, articles > 1 ? ` · in ${articles} articles` : ''],
    };
  });
  return {
    blocks: [{ heading: ['Appears with'] }, ...lines],
    choices: companions.map((companion) => personChoice(companion)),
  };
}

/** The menu line that opens someone's dossier. */
export function personChoice({ entity, known }: Candidate, name = entity.name): Choice {
  const role = known && slice(known.article.text, known.span);
  return {
    label: name,
    description: role ?? TYPES[entity.type],
    ask: whoAsk(entity.id),
  };
}

/** "Fuad Hussein · Foreign Minister". */
export const knownLine = ({ entity, known }: Candidate, name = entity.name): Line => [
  { bold: [clipName(name)] },
  ...(known ? [' · ', { verbatim: known }] : []),
];

/** Several people a name could mean, or, where `unknown`, names that are near it. */
export function candidatesCard(typed: string, candidates: readonly Candidate[], unknown: boolean): Card {
  const name = clip(typed, 100);
  const head = unknown
    ? [
        `No article names “${name}”. `,
        candidates.length > 0 ? 'Did you mean one of these?' : 'Start typing and pick a name from the list.',
      ]
    : [`“${name}” could be any of these. Choose one.`];
  const names = namesApart(candidates.map(({ entity }) => entity));
  return {
    head: [{ text: head }],
    entries: candidates.map((candidate, index) => ({
      blocks: [{ bullet: knownLine(candidate, names[index]) }],
      choices: [personChoice(candidate, names[index])],
    })),
    foot: [],
    perPage: 10,
    menu: 'Who do you mean?',
  };
}

export const candidateRow = ({ entity }: { readonly entity: Entity }): object => ({
  id: entity.id,
  name: entity.name,
  type: entity.type,
});

/** A dossier as one row for machines. */
export function whoRow({ entity, roles, quotes, articles, companions }: Dossier): object {
  return {
    ...candidateRow({ entity }),
    aliases: entity.aliases,
    roles: roles.map(({ article, span }) => ({
      text: slice(article.text, span),
      ...span,
      article: articleRow(article),
    })),
    quotes: quotes.map(quoteRow),
    articles: articles.map(articleRow),
    with: companions.map(({ entity: other, articles: together }) => ({ name: other.name, articles: together })),
  };
}
