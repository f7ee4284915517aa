import { UserError } from '../base/errors.ts';
import type { FeedText } from '../intake/feed/entry.ts';
import { type Feed, readFeed } from '../intake/feed/feed.ts';
import { decodeWeb } from '../intake/web/decode.ts';
import { localBytes } from '../intake/web/local.ts';
import { plainText } from '../intake/web/plain.ts';

interface Output {
  readonly json: boolean;
  write(text: string): void;
}

/** `lede feed`: what Lede takes from saved feeds. A bad file gives a row with `error`, and the next one is read. */
export async function feed(files: readonly string[], output: Output): Promise<void> {
  for (const file of files) {
    const row = await rowOf(file);
    output.write(output.json ? `${JSON.stringify(row)}\n` : inWords(row));
  }
}

type Row = { readonly file: string; readonly error: string } | ({ readonly file: string } & FeedRow);
type FeedRow = ReturnType<typeof feedRow>;

async function rowOf(file: string): Promise<Row> {
  try {
    return { file, ...feedRow(readFeed(decodeWeb(await localBytes(file)))) };
  } catch (error) {
    if (error instanceof UserError) return { file, error: error.message };
    throw error;
  }
}

/** A feed as the command line prints it: a contract, see the README. Dates are ISO 8601; texts keep the feed's marks. */
export function feedRow({ title, entries }: Feed) {
  return {
    feed: { title: marked(title) },
    entries: entries.map(({ guid, title, url, publishedAt, updatedAt, author, summary, content }) => ({
      id: guid,
      title: marked(title),
      url,
      publishedAt: publishedAt?.toISOString(),
      updatedAt: updatedAt?.toISOString(),
      author,
      summary: marked(summary),
      content: marked(content),
    })),
  };
}

/** What runs or hides in HTML. What is shown anywhere else is plain text, without any of it. */
const UNSEEN = /<(?<name>script|style|applet|iframe|object|svg)\b[^>]*>[\s\S]*?<\/\k<name>\s*>|<!--[\s\S]*?-->/gi;

const marked = (text: FeedText | undefined) => (text?.literal ? text.value : text?.value.replace(UNSEEN, ''));

function inWords(row: Row): string {
  if ('error' in row) return `${row.file} was skipped: ${row.error}.\n`;
  const lines = row.entries.map(({ title, url, publishedAt, updatedAt }) =>
    [
      `- ${title ? plainText(title) : '(no title)'}`,
      [publishedAt ?? updatedAt ?? 'undated', url].filter(Boolean).join(' '),
    ].join('\n  '),
  );
  return `${[row.feed.title ? plainText(row.feed.title) : row.file, ...lines].join('\n')}\n\n`;
}
