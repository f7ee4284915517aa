import { z } from 'zod';

/** One version of one article: editions point at these, so that a later correction never changes what was shown. */
const reference = z.object({ article: z.string(), version: z.int() }).readonly();
const span = z.object({ start: z.int(), end: z.int() }).readonly();

const entry = z
  .object({
    story: z.string(),
    /** The article whose title heads the story. */
    lead: reference,
    /** Every article of the story in the window, oldest first. */
    sources: z.array(reference).readonly(),
    sentences: z.array(z.object({ from: reference, span }).readonly()).readonly(),
    /** The key quote, by its place in its article's reading. */
    quote: z.object({ from: reference, index: z.int() }).readonly().optional(),
    /** What its rank is made of, by part. */
    score: z.record(z.string(), z.number()).readonly().default({}),
    /** Set where the channel has had this story before: then the first sentence is the new fact. */
    changed: z.boolean().default(false),
    /** Outlets in the window, and how many of them have a text of their own. */
    outlets: z.int().default(0),
    independent: z.int().default(0),
  })
  .readonly();

const receipt = z
  .object({
    /** Articles read in the window. */
    read: z.int(),
    /** Stories they tell. */
    stories: z.int(),
    /** Stories shown. */
    shown: z.int(),
    /** Feeds that could not be read, and since when. */
    feedsDown: z
      .array(z.object({ title: z.string(), since: z.iso.datetime() }).readonly())
      .readonly()
      .default([]),
  })
  .readonly();

/** An edition as it is stored: instants as ISO text. */
export const editionSchema = z
  .object({
    id: z.string(),
    /** A server's id, a member's for a direct message, or "cli". */
    scope: z.string(),
    topic: z.string().optional(),
    /** Left out when the window has no beginning (`since: all`). */
    from: z.iso.datetime().optional(),
    to: z.iso.datetime(),
    /** True when the window held nothing and the newest stories stand in for it. */
    older: z.boolean(),
    entries: z.array(entry).readonly(),
    /** Stories that the channel knows and that bring nothing new, by the article that heads them. */
    developing: z
      .array(z.object({ story: z.string(), lead: reference }).readonly())
      .readonly()
      .default([]),
    /** Stories that were left out, in the order of their rank, and at which step. */
    leftOut: z
      .array(z.object({ story: z.string(), rank: z.int(), step: z.enum(['told', 'rank']) }).readonly())
      .readonly()
      .default([]),
    receipt,
  })
  .readonly();

/** An immutable snapshot of ranked stories for one scope and window. */
export type Edition = z.infer<typeof editionSchema>;
export type EditionEntry = Edition['entries'][number];
export type ArticleReference = z.infer<typeof reference>;

export const referenceTo = ({ id, version }: { readonly id: string; readonly version: number }): ArticleReference => ({
  article: id,
  version,
});

/** "article@version", to look a version up by. */
export const referenceKey = ({ article, version }: ArticleReference): string => `${article}@${version}`;
