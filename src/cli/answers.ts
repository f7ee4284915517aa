import type { Command } from 'commander';
import type { Given } from '../discord/options.ts';
import { JSON_OPTION, whole } from './typed.ts';

/** Adds what a slash command answers too; `answer` runs that command. */
export function addAnswers(program: Command, answer: (path: string, given: Given) => Promise<void>): void {
  program
    .command('brief')
    .description('the news in brief')
    .option('--topic <words>', 'what it should be about')
    .option('--since <window>', '24h, 3d, 7d or all')
    .option('--explain', 'show what each rank is made of')
    .option(...JSON_OPTION)
    .action(({ explain, ...options }) => answer('brief', { ...options, ...(explain && { explain: 'yes' }) }));

  program
    .command('story')
    .description('one story whole')
    .argument('<title...>', 'its headline, or the beginning of one')
    .option(...JSON_OPTION)
    .action((title: string[], options) => answer('story', { ...options, title: title.join(' ') }));

  program
    .command('who')
    .description('who somebody is')
    .argument('<name...>', 'a person, organisation or place')
    .option(...JSON_OPTION)
    .action((name: string[], options) => answer('who', { ...options, name: name.join(' ') }));

  program
    .command('quotes')
    .description('who said what')
    .option('--speaker <name>', 'whose words')
    .option('--about <words>', 'words the quote or its headline should hold')
    .option('--days <number>', 'how many days to look back', whole)
    .option(...JSON_OPTION)
    .action((options) => answer('quotes', options));

  program
    .command('search')
    .description('articles that hold these words')
    .argument('<words...>')
    .option('--outlet <name>', 'only this outlet')
    .option('--days <number>', 'how many days to look back', whole)
    .option(...JSON_OPTION)
    .action((words: string[], options) => answer('search', { ...options, words: words.join(' ') }));

  program
    .command('why')
    .description('what happened to an article: refused and why, or read, shown or left out')
    .argument('<article...>', 'its link or its title')
    .option(...JSON_OPTION)
    .action((article: string[], options) => answer('why', { ...options, article: article.join(' ') }));
}
