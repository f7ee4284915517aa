import type { Generated } from 'kysely';
import type { EntityType } from '../model/reading.ts';
import type { RefusedAt } from '../model/refused.ts';
import type { ChannelKind, DeliveryState, ScheduleState } from '../model/schedule.ts';

/** Columns as both databases hold them. Instants are milliseconds since 1970, UTC: SQLite has no type for them. */
export interface Tables {
  /** One row, updated by whoever keeps or withdraws articles: keeps such transactions one after another. */
  turns: { name: string; taken: number };

  articles: {
    /** What the word index knows it by. */
    number: Generated<number>;
    id: string;
    /** The current one. */
    version: number;
    content_hash: string;
    story_id: string;
    first_seen: number;
    dated_at: number;
    /** Since when no origin has it any more. */
    withdrawn_at: number | null;
    title: string;
    folded_title: string;
    url: string | null;
    outlet: string | null;
    folded_outlet: string | null;
    /** Whose voice it is: the outlet, else the host of its address, else nobody's but its own. */
    source: string;
    /** The first article with its text; near-copies of one wire text share it. */
    copy_of: string;
    /** Named people and bodies it quotes. */
    voices: number;
  };
  /** Every text an article has had, for editions point at the one they showed. Rows are never changed. */
  versions: {
    article_id: string;
    version: number;
    seen_at: number;
    title: string;
    text: string;
    url: string | null;
    outlet: string | null;
    author: string | null;
    language: string | null;
    published_at: number | null;
    captions: string;
    /** 1 where the page refused and the text is the feed's summary. */
    excerpt: Generated<number>;
    reading: string;
    /** Ids, as JSON, at the places of `Reading.entities`. */
    entities: string;
  };
  /** How many of all articles ever taken in hold a term (a hash). */
  term_holders: { term: number; articles: number };
  /** What an article is compared by, as JSON, by its number. */
  article_terms: { article: number; terms: string };
  /** Its most telling terms, by which it is found. */
  story_terms: { term: number; dated_at: number; article: number };
  /** Where an article was found: "file:NAME" or "feed:ID". */
  origins: {
    article_id: string;
    origin: string;
    /** Of the feed's entry as it was last taken in. */
    entry_hash: string | null;
  };

  /** What an origin offered that was not taken in, see `Refused`. */
  refusals: {
    origin: string;
    key: string;
    title: string;
    folded_title: string;
    url: string | null;
    step: RefusedAt;
    reason: string;
    at: number;
  };

  /** `articles` and `quotes` count listed ones; an entity that no listed article names stays, unlisted. */
  entities: {
    id: string;
    type: EntityType;
    name: string;
    folded: string;
    made_at: number;
    articles: number;
    quotes: number;
    newest_at: number;
  };
  /** Every form in which listed articles name an entity, and how many of them do. */
  entity_names: {
    entity_id: string;
    folded: string;
    name: string;
    /** What all its spellings have in common, see `nameKeys`. */
    bare: string;
    uses: number;
    /** In how many articles it is the fullest form. */
    leads: number;
  };
  entity_words: { word: string; letters: number; sound: string; entity_id: string };

  /** Rows exist while the article is listed: of its current version, and not withdrawn. So it is with quotes. */
  mentions: { entity_id: string; article_id: string; local: number; times: number; dated_at: number };
  quotes: {
    number: Generated<number>;
    article_id: string;
    place: number;
    dated_at: number;
    first_seen: number;
  };
  quote_speakers: { quote: number; entity_id: string };

  /** The word index: FTS5 tables or tsvector columns behind these row ids. */
  article_words: { rowid: number };
  quote_words: { rowid: number };

  editions: { id: string; scope: string; made_at: number; body: string };
  schedules: {
    id: string;
    guild: string;
    channel: string;
    kind: Generated<ChannelKind>;
    expression: string;
    zone: string;
    topic: string | null;
    stories: number;
    role: string | null;
    made_by: string;
    made_at: number;
    state: Generated<ScheduleState>;
    state_since: number | null;
    reason: string | null;
    told_at: number | null;
    next_slot: number | null;
    last_posted: number | null;
  };
  deliveries: {
    schedule: string;
    slot: number;
    state: DeliveryState;
    edition: string | null;
    /** Set with the edition. */
    channel: string | null;
    fixed_at: number | null;
    /** 0 or 1. */
    late: Generated<number>;
    /** Ids, as JSON. */
    messages: string | null;
    passed_on: Generated<number>;
    reason: string | null;
    attempts: number;
    due_at: number | null;
    lease_until: number | null;
    settled_at: number | null;
  };
  /** Editions that schedules, now removed, posted to a channel. */
  told: { channel: string; slot: number; edition: string };
  follows: {
    member: string;
    guild: string;
    folded: string;
    name: string;
    entity: string | null;
    told_to: number;
    told_at: number | null;
  };
  /** Servers that Lede was removed from; what it keeps of them is forgotten some time after. */
  departures: { guild: string; left_at: number };
  views: { id: string; made_at: number; body: string };

  feeds: {
    id: string;
    url: string;
    title: string | null;
    /** 1 for those that every server reads unless it opts out. */
    common: number;
    next_at: number;
    checked_at: number | null;
    succeeded_at: number | null;
    failing_since: number | null;
    failures: number;
    reason: string | null;
    etag: string | null;
    last_modified: string | null;
    body_hash: string | null;
  };
  /** What a server chose: 1 reads a feed of its own, 0 opts out of a common one. `origin` is the feed's. */
  audiences: { guild: string; feed: string; origin: string; reads: number; made_by: string; made_at: number };
}
