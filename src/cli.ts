import { Command } from 'commander';
import { messageOf, UserError } from './base/errors.ts';
import { addAnswers } from './cli/answers.ts';
import { problems } from './cli/problems.ts';
import { JSON_OPTION, whole } from './cli/typed.ts';
import { readConfig } from './config.ts';
import type { Given } from './discord/options.ts';
import { loadEnvironment } from './environment.ts';

/**
 * The command line. It answers with the same functions as the slash commands, on the same database. Each command loads
 * what it needs when it runs: `lede read` starts in a third of the time without discord.js.
 */
const program = new Command('lede')
  .description('Lede on the command line: the answers of the slash commands, and what the reader finds in a text.')
  .configureHelp({ sortSubcommands: false })
  .showHelpAfterError('(lede --help lists the commands)');

program
  .command('read')
  .description('what the reader finds: summary, quotes, people, organisations, places')
  .argument('[files...]', 'article files; - for JSON Lines on standard input', ['-'])
  .option(...JSON_OPTION)
  .option('--model <file>', 'other weights for the name tagger than data/model/names.br (npm run train makes them)')
  .option('--sentences <number>', 'how many sentences a summary has', whole, 3)
  .action(async (files: string[], options: { json?: boolean; model?: string; sentences: number }) => {
    const { json = false, model, sentences } = options;
    const { read } = await import('./cli/read.ts');
    const { readHere } = await import('./app/threads/reader.ts');
    await read(files, readHere(model, { sentences }), { ...output(), json });
  });

addAnswers(program, answer);

program
  .command('deliveries')
  .description('what scheduled briefings came to: posted, waiting, skipped or failed, and why')
  .option('--schedule <id>', 'only of this schedule')
  .option('--limit <number>', 'how many, the newest first', whole, 30)
  .option(...JSON_OPTION)
  .action(async ({ json = false, limit, schedule }: { json?: boolean; limit: number; schedule?: string }) => {
    const { deliveries } = await import('./cli/deliveries.ts');
    const config = readConfig(process.env);
    await deliveries(config, { schedule, limit }, { ...output(), json, zone: config.timeZone });
  });

program
  .command('feed')
  .description('what Lede takes from saved feeds: RSS, Atom, JSON Feed')
  .argument('<files...>')
  .option(...JSON_OPTION)
  .action(async (files: string[], { json = false }) => {
    const { feed } = await import('./cli/feed.ts');
    await feed(files, { ...output(), json });
  });

program
  .command('stories')
  .description('which articles tell the same story')
  .argument('[source]', '- for JSON Lines on standard input', '-')
  .option(...JSON_OPTION)
  .option('--one-by-one', 'as the bot takes them in, not all at once')
  .action(async (source: string, { oneByOne = false }) => {
    const { stories } = await import('./cli/stories.ts');
    await stories(source, { ...output(), oneByOne });
  });

program
  .command('page')
  .description('the article in saved web pages, also .gz')
  .argument('<files...>')
  .option(...JSON_OPTION)
  .action(async (files: string[], { json = false }) => {
    const { page } = await import('./cli/page.ts');
    const { extractInThread } = await import('./app/threads/extraction.ts');
    await page(files, extractInThread(), { ...output(), json });
  });

program
  .command('fetch')
  .description('what stands at a web address: the entries of a feed, or the article of a page')
  .argument('<url>')
  .option(...JSON_OPTION)
  .action(async (url: string, { json = false }) => {
    const { fetchPage } = await import('./cli/fetch.ts');
    const { openFetcher } = await import('./intake/web/fetch.ts');
    const { alsoPrivate, publicOnly } = await import('./intake/web/address.ts');
    const { extractInThread } = await import('./app/threads/extraction.ts');
    const { allowPrivateNetworks } = readConfig(process.env);
    const fetcher = openFetcher({ check: allowPrivateNetworks ? alsoPrivate : publicOnly });
    await fetchPage(url, { fetcher, extraction: extractInThread() }, { ...output(), json });
  });

program
  .command('play')
  .description('opens the playground, beside the bot or without one')
  .option('--http <address>', 'where it listens, such as 127.0.0.1:8081')
  .action(async ({ http }: { http?: string }) => {
    const { play } = await import('./cli/play.ts');
    process.exitCode = await play(readConfig(process.env).dataDir, http);
  });

program
  .command('simulate')
  .description('rehearses the schedules over a month of articles, and writes down every post')
  .option('--days <number>', 'how many days', whole, 30)
  .option('--articles <folder>', 'the articles; their dates say when each is read')
  .option('--at <time...>', 'brief at these times, instead of by the schedules of the bot')
  .option('--on <days>', 'on these days: daily, weekdays, mon,wed,fri')
  .option('--zone <zone>', 'in this time zone')
  .option('--topic <words>', 'about this')
  .option('--stories <number>', 'stories to a briefing', whole)
  .option('--trouble', 'with two stops, an outage and a lost permission', false)
  .option('--out <folder>', 'where the report goes', 'rehearsal')
  .action(async ({ articles, at = [], ...wish }) => {
    const { simulate } = await import('./cli/simulate.ts');
    const config = readConfig(process.env);
    const { write } = output();
    await simulate({ ...config, ...(articles && { articles }) }, { ...wish, at }, (line) => write(`${line}\n`));
  });

program
  .command('refresh')
  .description('asks every feed whose time has come for its news')
  .action(async () => {
    const { withSources } = await import('./cli/database.ts');
    const { refresh } = await import('./cli/refresh.ts');
    const stop = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort(new Error(signal)));
    const screen = { live: process.stdout.isTTY ?? false, write: (text: string) => void process.stdout.write(text) };
    await withSources(readConfig(process.env), problems(), (sources) => refresh(sources, stop.signal, screen));
  });

program
  .command('eval')
  .description('measures the reader by a folder of benchmarks, each figure beside its target')
  .argument('<folder>')
  .action(async (folder: string) => {
    const { evaluate } = await import('./cli/eval.ts');
    const { readHere } = await import('./app/threads/reader.ts');
    const commands = program.commands.map((command) => command.name());
    await evaluate(folder, { commands, reader: () => readHere(), write: output().write });
  });

function output() {
  const colour = (process.stdout.isTTY ?? false) && !process.env['NO_COLOR'];
  return { colour, write: (text: string) => void process.stdout.write(text) };
}

async function answer(path: string, { json = false, ...given }: Given & { json?: boolean }): Promise<void> {
  const { ask } = await import('./cli/ask.ts');
  const { withNewsroom } = await import('./cli/database.ts');
  const config = readConfig(process.env);
  await withNewsroom(config, problems(), (newsroom) =>
    ask(path, given, newsroom, { ...output(), json, zone: config.timeZone }),
  );
}

// A reader that closes early (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

try {
  loadEnvironment();
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  if (!(error instanceof UserError) && process.env['LEDE_LOG_LEVEL'] === 'debug') console.error(error);
  process.exitCode = 1;
}
