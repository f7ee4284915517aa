import { UserError } from '../../base/errors.ts';
import { fold, foldedWords } from '../../base/fold.ts';
import type { Candidate, Dossier } from '../../model/briefing.ts';
import type { Entity } from '../../model/entity.ts';
import { holds, slice } from '../../model/span.ts';
import type { Passage } from '../../model/story.ts';
import { namesApart } from '../../render/names-apart.ts';
import { type Appearance, appearances, companions } from '../../store/entities/appearances.ts';
import { entityById } from '../../store/entities/entities.ts';
import { findEntities } from '../../store/entities/find-entities.ts';
import { quotes } from '../../store/quotes/quotes.ts';
import type { Store } from '../../store/store.ts';
import type { Identified } from './newsroom.ts';

const ARTICLES = 5;
const QUOTES = 3;
const COMPANIONS = 6;
const ROLES = 6;
/** Articles looked through for stated roles. */
const READ_FOR_ROLES = 50;
const CANDIDATES = 10;

/** Whom a typed name means, as entities: `#id` for that very one. */
export async function identify(
  store: Store,
  name: string,
): Promise<{ fits: readonly Entity[]; near: readonly Entity[] }> {
  if (name.startsWith('#')) {
    const entity = await entityById(store, name.slice(1));
    return { fits: entity ? [entity] : [], near: [] };
  }
  const { entities, near } = await findEntities(store, name);
  return { fits: entities, near };
}

export async function findDossier(store: Store, name: string, asOf: Date): Promise<Identified> {
  const { fits, near } = await identify(store, name);
  const [only, ...others] = fits;
  if (only && others.length === 0) return { kind: 'one', dossier: await dossierOf(store, only, asOf) };
  const offered = (fits.length > 0 ? fits : near).slice(0, CANDIDATES);
  const candidates = await Promise.all(offered.map((entity) => candidateOf(store, entity, asOf)));
  return { kind: fits.length > 0 ? 'several' : 'none', candidates };
}

/** The one entity a name means. @throws UserError that says what to type instead. */
export async function theOne(store: Store, name: string): Promise<Entity> {
  const { fits, near } = await identify(store, name);
  const [only, ...others] = fits;
  if (only && others.length === 0) return only;
  const names = namesApart((fits.length > 0 ? fits : near).slice(0, 5));
  if (fits.length > 0)
    throw new UserError(
      `“${name.slice(0, 100)}” could be ${inWords(names)}. Type the full name, or pick one from the list.`,
    );
  const instead = names.length > 0 ? `Did you mean ${inWords(names)}?` : 'Start typing and pick a name from the list.';
  throw new UserError(`No article names “${name.slice(0, 100)}”. ${instead}`);
}

const inWords = (names: readonly string[]) => new Intl.ListFormat('en', { type: 'disjunction' }).format(names);

async function dossierOf(store: Store, entity: Entity, asOf: Date): Promise<Dossier> {
  const { appearances: seen, total } = await appearances(store, entity.id, { asOf, limit: READ_FOR_ROLES });
  const said = await quotes(store, { speaker: entity.id, asOf, limit: QUOTES });
  const named = seen[0] && namingSentence(seen[0]);
  return {
    entity,
    roles: distinctRoles(seen).slice(0, ROLES),
    ...(named && { named }),
    quotes: said.quotes,
    articles: seen.slice(0, ARTICLES).map(({ article }) => article),
    totals: { quotes: said.total, articles: total },
    companions: await companions(store, entity.id, COMPANIONS),
  };
}

async function candidateOf(store: Store, entity: Entity, asOf: Date): Promise<Candidate> {
  const [newest] = (await appearances(store, entity.id, { asOf, limit: 1 })).appearances;
  const known = newest && (distinctRoles([newest])[0] ?? namingSentence(newest));
  return { entity, ...(known && { known }) };
}

/** Each stated role once, in the order of the appearances. */
function distinctRoles(seen: readonly Appearance[]): Passage[] {
  const roles = new Map<string, Passage>();
  for (const { article, local } of seen) {
    for (const span of article.reading.entities[local]?.roles ?? []) {
      const words = fold(slice(article.text, span));
      if (!roles.has(words)) roles.set(words, { article, span });
    }
  }
  return [...roles.values()];
}

/** "BERGEN (AP) —" names a town and tells nothing of it. */
const TELLING = 6;

/** The sentence in which an article first names somebody, and not in a dateline or a heading if it can be helped. */
function namingSentence({ article, local }: Appearance): Passage | undefined {
  const mentions = article.reading.entities[local]?.mentions ?? [];
  const naming = article.reading.sentences.filter((sentence) => mentions.some((mention) => holds(sentence, mention)));
  const span = naming.find((one) => foldedWords(slice(article.text, one)).length >= TELLING) ?? naming[0];
  return span && { article, span };
}
