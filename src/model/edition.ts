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
    receipt,
  })
  .readonly();

/** An immutable snapshot of ranked stories for one scope and window. */
export type Edition = z.infer<typeof editionSchema>;
export type EditionEntry = Edition['entries'][number];
export type ArticleReference = z.infer<typeof reference>;
