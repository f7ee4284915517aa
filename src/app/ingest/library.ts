import { messageOf } from '../../base/errors.ts';
import { readArticleFile } from '../../intake/file.ts';
import { articleFiles, watchFolder } from '../../intake/folder.ts';
import { originsOf } from '../../store/articles/origins.ts';
import { replaceRefused } from '../../store/articles/refusals.ts';
import { type Intake, takeIn } from './ingest.ts';
import { refusal } from './refusing.ts';

/** The folder of article files, kept in step with the store. */
export interface Library {
  /** Settled once every file that was there at the start has been taken in. */
  readonly loaded: Promise<void>;
  /** Stops watching, and waits for the file at hand. */
  close(): Promise<void>;
}

const ORIGIN = 'file:';

/** Takes in every article file of a folder, then whatever is new, changed or removed while the bot runs. */
export function openLibrary(intake: Intake, folder: string): Library {
  const stop = new AbortController();
  const loaded = loadFolder(intake, folder, stop.signal);
  let work = loaded;
  const watch = watchFolder(folder, (names) => {
    work = work.then(() => takeChanged(intake, folder, names, stop.signal));
  });
  return {
    loaded,
    async close() {
      stop.abort();
      watch.close();
      await work;
    },
  };
}

/** Takes in every article file once, and withdraws what came from files that are gone. Never rejects: it logs. */
export async function loadFolder(intake: Intake, folder: string, signal?: AbortSignal): Promise<void> {
  try {
    const { files, problems } = await articleFiles(folder);
    for (const problem of problems) intake.log.warn(problem);
    // A folder that cannot be looked into, a drive that is away, has not lost its articles.
    const before = problems.length > 0 ? [] : await originsOf(intake.store, ORIGIN);
    const present = new Set(files);
    const gone = before.map((origin) => origin.slice(ORIGIN.length)).filter((name) => !present.has(name));
    await takeFiles(intake, folder, [...files, ...gone], present, signal);
  } catch (error) {
    intake.log.error(`the articles in ${folder} could not be taken in: ${messageOf(error)}`, { error });
  }
}

/** Takes in files that are new, changed or gone. */
async function takeChanged(intake: Intake, folder: string, names: readonly string[], signal: AbortSignal) {
  const { files, problems } = await articleFiles(folder);
  if (problems.length > 0 && files.length === 0) return;
  await takeFiles(intake, folder, names, new Set(files), signal);
}

async function takeFiles(
  intake: Intake,
  folder: string,
  names: readonly string[],
  present: ReadonlySet<string>,
  signal?: AbortSignal,
): Promise<void> {
  for (const name of names) {
    if (signal?.aborted) return;
    try {
      await takeFile(intake, folder, name, present.has(name));
    } catch (error) {
      intake.log.error(`${name} could not be taken in: ${messageOf(error)}`, { error });
    }
  }
}

async function takeFile(intake: Intake, folder: string, name: string, present: boolean): Promise<void> {
  const nothing = { articles: [], problems: [], refused: [] };
  const { articles, problems, refused } = present ? await readArticleFile(folder, name) : nothing;
  for (const problem of problems) intake.log.warn(problem);
  const origin = ORIGIN + name;
  const facts = { origin, step: 'file', at: intake.clock.now() } as const;
  await replaceRefused(
    intake.store,
    origin,
    refused.map((each) => refusal(each, { ...facts, reason: each.reason })),
  );
  // A file that cannot be read just now (half edited, say) keeps the articles it had.
  if (problems.length > 0 && articles.length === 0) return;

  const { fresh, changed, withdrawn } = await takeIn(intake, { origin, articles });
  if (fresh + changed + withdrawn === 0) return;
  intake.log.info(`${name}: ${fresh} new, ${changed} changed, ${withdrawn} withdrawn`);
}
