import { cleanLine } from '../../intake/clean.ts';
import { articleId } from '../../intake/identity.ts';
import type { Refused, RefusedAt } from '../../model/refused.ts';

/** What is known of something that was not taken in. */
interface Offered {
  readonly title?: string | undefined;
  readonly url?: string | undefined;
  readonly guid?: string | undefined;
  readonly byGuid?: boolean;
  /** Where it stands in its origin. */
  readonly place?: string;
}

/** Said where the fault is ours. */
export const FAILED = 'Lede failed on it; its log says how';

/** The note that `offered` was not taken in. `reason` is a clause. */
export function refusal(
  { title, url, guid, byGuid, place }: Offered,
  facts: { readonly origin: string; readonly step: RefusedAt; readonly reason: string; readonly at: Date },
): Refused {
  const name = cleanLine(title ?? '') || cleanLine(url ?? '') || place || 'an entry without a title';
  const address = byGuid && guid ? undefined : url;
  const named = address ?? guid;
  const key = named === undefined && place ? place : articleId({ url: address, guid, title: name, text: '' });
  return { ...facts, key, title: name, ...(url && { url }) };
}
