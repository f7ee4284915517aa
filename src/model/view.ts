import { z } from 'zod';

/** What a button or a menu entry asks for when it is pressed: a command, its answers and the page of the reply. */
export const askSchema = z
  .object({
    command: z.string(),
    answers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).readonly(),
    page: z.int().nonnegative().default(0),
    /** The edition it is asked of, so that a page turned next week shows what was there today. */
    edition: z.string().optional(),
  })
  .readonly();

export type Ask = z.infer<typeof askSchema>;

/** A reply's buttons and menu entries, kept for 30 days so that they work after a restart. */
export const viewSchema = z
  .object({
    id: z.string(),
    /** Who asked; none on a scheduled post, where every press answers privately. */
    asker: z.string().optional(),
    /** News seen after this instant is not part of the reply, whenever it is paged. */
    askedAt: z.iso.datetime(),
    asks: z.array(askSchema).readonly(),
  })
  .readonly();

export type View = z.infer<typeof viewSchema>;
