import { join } from 'node:path';
import { ROOT } from '../../src/base/root.ts';
import type { Draft } from '../../src/intake/draft.ts';
import { readArticleFile } from '../../src/intake/file.ts';
import { articleFiles } from '../../src/intake/folder.ts';

/** The articles that ship, as intake takes them in. */
export async function seeds(): Promise<Draft[]> {
  const folder = join(ROOT, 'data/articles');
  const { files } = await articleFiles(folder);
  const outcomes = await Promise.all(files.map((file) => readArticleFile(folder, file)));
  return outcomes.flatMap(({ articles }) =>
    articles.map(({ title, text, captions = [] }) => ({ title, text, captions })),
  );
}
