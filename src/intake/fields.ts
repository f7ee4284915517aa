import { z } from 'zod';
import { UserError } from '../base/errors.ts';
import type { Draft } from './draft.ts';

const FIELDS = ['title', 'text', 'url', 'outlet', 'author', 'publishedAt', 'date', 'language'] as const;

const record = z.record(z.string(), z.unknown(), { error: 'it is no set of named fields' });
const words = z.string().nullish();
/** Several authors come as a list. */
const names = z.union([words, z.array(z.string()).transform((list) => list.join(', '))]);

/**
 * The fields of one article, from front matter or JSON; `date` means `publishedAt`. A field that is not text is left
 * out, and a clause says so; fields Lede does not know are passed over.
 */
export function readFields(given: unknown): { readonly draft: Draft; readonly leftOut: readonly string[] } {
  const parsed = record.safeParse(given);
  if (!parsed.success) throw new UserError(parsed.error.issues[0]?.message ?? 'it cannot be read');

  const draft: Partial<Record<(typeof FIELDS)[number], string>> = {};
  const leftOut: string[] = [];
  for (const field of FIELDS) {
    const value = (field === 'author' ? names : words).safeParse(parsed.data[field]);
    if (!value.success) leftOut.push(`its ${field} is not text`);
    else if (value.data?.trim()) draft[field] = value.data;
  }
  const { date, ...rest } = draft;
  return { draft: { ...rest, publishedAt: rest.publishedAt ?? date }, leftOut };
}
