import { z } from 'zod';
import { UserError } from '../base/errors.ts';
import { sameStory } from '../brief/same-story.ts';
import { readDate } from '../intake/date.ts';
import { articleRowSchema, type BadRow, rowsIn } from './lines.ts';
import { storiesOneByOne } from './one-by-one.ts';

type Row = z.infer<typeof row>;

const row = articleRowSchema.extend({
  text: z
    .string()
    .nullish()
    .transform((text) => text ?? ''),
  /** What is no date is none: the article is undated. */
  publishedAt: z
    .unknown()
    .optional()
    .transform((given) => (typeof given === 'string' ? readDate(given) : undefined)),
});

/**
 * `lede stories`: rows of articles in, for each its id and its story out, JSON Lines both. `cluster` is the same for all
 * articles of one story. A bad row gives a row with `error`.
 */
export async function stories(
  source: string,
  output: { readonly oneByOne: boolean; write(text: string): void },
): Promise<void> {
  if (source !== '-') throw new UserError('lede stories reads JSON Lines from standard input: give - as its source.');
  const rows: (Row | BadRow)[] = [];
  for await (const each of rowsIn(row)) rows.push(each);
  const articles = rows.filter((each): each is Row => !('error' in each));
  const places = output.oneByOne ? await storiesOneByOne(articles) : sameStory(articles);
  const clusters = places.map((place) => String(articles[place]!.id));
  const ofArticle = clusters.values();
  for (const each of rows) {
    const answer = 'error' in each ? each : { id: each.id, cluster: ofArticle.next().value };
    output.write(`${JSON.stringify(answer)}\n`);
  }
}
