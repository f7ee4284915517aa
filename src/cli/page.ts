import type { Extraction } from '../app/threads/extraction.ts';
import { UserError } from '../base/errors.ts';
import { localBytes } from '../intake/web/local.ts';

interface Output {
  readonly json: boolean;
  write(text: string): void;
}

/** `lede page`: the article in saved web pages. A bad file gives a row with `error`, and the next one is read. */
export async function page(files: readonly string[], extraction: Extraction, output: Output): Promise<void> {
  for (const file of files) {
    const row = await rowOf(file, extraction);
    if (output.json) output.write(`${JSON.stringify(row)}\n`);
    else if ('error' in row) output.write(`${file} was skipped: ${row.error}.\n`);
    else output.write(`${row.title ?? file}\n\n${row.text}\n\n`);
  }
  await extraction.close();
}

async function rowOf(file: string, extraction: Extraction) {
  try {
    return { file, ...(await extraction.page({ bytes: await localBytes(file) })) };
  } catch (error) {
    if (error instanceof UserError) return { file, error: error.message };
    throw error;
  }
}
