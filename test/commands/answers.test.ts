import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY } from '../../src/base/clock.ts';
import { dropViewsBefore } from '../../src/store/views.ts';
import { botWith, button, menuOf, type TestBot, textOf } from '../support/bot.ts';
import { NEWS } from '../support/news.ts';
import { seeds } from '../support/seeds.ts';

const NETANYAHU_AND_KATZ =
  '> “If the Houthis continue to fire missiles at the State of Israel, they will be severely harmed, and we will also hurt the leaders,”\n' +
  '> — **Benjamin Netanyahu and Israel Katz** · “they” in the article';

let bot: TestBot;

beforeAll(async () => {
  bot = await botWith({ articles: [...(await seeds()), ...NEWS] });
});

afterAll(() => bot.close());

const ada = () => bot.discord.person('Ada');
const ben = () => bot.discord.person('Ben');

test('/brief tells the stories of the day, with quote and speaker', async () => {
  const { message, private: hidden } = await ada().slash('brief');

  expect(hidden).toBe(false);
  expect(textOf(message)).toContain('### Israel Attacks Yemeni Ports, Warns That Houthi Leader Is a Target');
  expect(textOf(message)).toContain(NETANYAHU_AND_KATZ);
  expect(textOf(message)).toMatch(/2 articles read · 2 stories · 2 shown/);
});

test('a story is opened from the briefing, a quote in its context, and back again, in place', async () => {
  const brief = await ada().slash('brief');
  const { id, options } = menuOf(brief.message);
  const iraq = options.find(({ label }) => label.startsWith('Iraq Forms'))!;

  const story = await ada().choose(brief.message, id, [iraq.value]);
  const context = await ada().press(story.message, button(story.message, 'In context'));
  const back = await ada().press(context.message, button(context.message, 'Back'));

  expect([story, context, back].map(({ updated }) => updated)).toEqual([true, true, true]);
  expect(textOf(story.message)).toContain('**Fuad Hussein** · Foreign Minister');
  expect(textOf(context.message)).toContain('Amid concerns over potential ISIS infiltrations');
  expect(textOf(back.message)).toBe(textOf(story.message));
});

test('pressed by somebody else, a button answers that person alone and leaves the reply as it was', async () => {
  const brief = await ada().slash('brief', { since: 'all' });
  const { id, options } = menuOf(brief.message);

  const opened = await ben().choose(brief.message, id, [options[0]!.value]);

  expect(opened).toMatchObject({ private: true, updated: false });
  const [shown] = bot.discord.messages('news', 'Ada').filter((message) => message.id === brief.message.id);
  expect(textOf(shown!)).toBe(textOf(brief.message));
});

test('pages turn, also after a restart, and stay those of the edition', async () => {
  const first = await ada().slash('brief', { since: 'all' });
  await bot.restart();
  bot.clock.move(60_000);
  await bot.take('file:later.json', [{ title: 'A late story', text: 'A late story comes in while somebody reads.' }]);

  const second = await ada().press(first.message, button(first.message, 'Next'));
  const again = await ada().press(second.message, button(second.message, 'Previous'));

  expect(second.updated).toBe(true);
  expect(textOf(second.message)).not.toContain('A late story');
  expect(textOf(second.message)).not.toBe(textOf(first.message));
  expect(textOf(again.message)).toBe(textOf(first.message));
});

test('a button whose view is gone says what to do', async () => {
  const brief = await ada().slash('brief', { since: 'all' });
  await dropViewsBefore(bot.store, new Date(bot.clock.now().getTime() + DAY));

  const answer = await ada().press(brief.message, button(brief.message, 'Next'));

  expect(answer.private).toBe(true);
  expect(textOf(answer.message)).toContain('Type the command again');
});

test.each(['Israel Katz', 'katz', 'KATZ', 'Kats', 'israel katz'])('/who name:%s is the minister', async (name) => {
  const { message } = await ada().slash('who', { name });

  expect(textOf(message)).toMatch(/^## Israel Katz\n-# person/);
  expect(textOf(message)).toContain('- Defense Minister · no outlet named · undated, first seen');
});

test.each(['Sharaa', 'al sharaa', 'Al-Sharaa', 'ahmed sharaa'])(
  '/who name:%s is found with and without al- and hyphen',
  async (name) => {
    expect(textOf((await ada().slash('who', { name })).message)).toMatch(/^## Ahmed Al-Sharaa\n/);
  },
);

test('/who without a stated role shows the sentence that names the person', async () => {
  const { message } = await ada().slash('who', { name: 'Sinwar' });

  expect(textOf(message)).toContain('No role is stated');
  expect(textOf(message)).toContain("such as Hamas' Yahya Sinwar and Hezbollah's Hassan Nasrallah.");
});

test('/who offers all whom a name could mean, and opens the one chosen', async () => {
  const { message, private: hidden } = await ada().slash('who', { name: 'Mohammed' });
  const { id, options } = menuOf(message);

  const chosen = await ada().choose(message, id, [options.find(({ label }) => label.includes('Sudani'))!.value]);

  expect(hidden).toBe(false);
  expect(options.map(({ label }) => label).toSorted()).toEqual([
    'Mohammed Shia Al-Sudani',
    'Thabet Mohammed Al-Abbasi',
  ]);
  expect(textOf(chosen.message)).toMatch(/^## Mohammed Shia Al-Sudani\n/);
});

test('/who offers a group and the person of that surname', async () => {
  const { message } = await ada().slash('who', { name: 'houthi' });

  expect(
    menuOf(message)
      .options.map(({ label }) => label)
      .toSorted(),
  ).toEqual(['Abdul Malik al-Houthi', 'Houthis']);
});

test('/who of a name nobody has is private and says so', async () => {
  const { message, private: hidden } = await ada().slash('who', { name: 'Zaphod Quux' });

  expect(hidden).toBe(true);
  expect(textOf(message)).toContain('No article names “Zaphod Quux”');
});

test('/quotes lists a joint quote under each of its speakers', async () => {
  for (const speaker of ['Netanyahu', 'Katz']) {
    expect(textOf((await ada().slash('quotes', { speaker })).message)).toContain(NETANYAHU_AND_KATZ);
  }
});

test('/quotes finds what an organisation said', async () => {
  const text = textOf((await ada().slash('quotes', { speaker: 'Joint Operations Command' })).message);

  expect(text).toContain('“There have been no infiltrations');
  expect(text).toContain('“completely stable.”');
});

test('/search shows the sentence, whatever form the word has', async () => {
  const text = textOf((await ada().slash('search', { words: 'evacuating residents' })).message);

  expect(text).toContain('reiterating its warnings to residents of those areas to evacuate.');
});

test('/story opens by what autocomplete offers', async () => {
  const [offered] = await ada().type('story', 'title', 'crisis');

  const { message } = await ada().slash('story', { title: String(offered?.value) });

  expect(offered?.name).toBe('Iraq Forms Security Crisis Cell to Coordinate with Syria');
  expect(textOf(message)).toContain('**Saad Al-Mohammadi** · head of Anbar’s security committee');
});

test.each([
  ['who', 'name', 'hus', 'Fuad Hussein'],
  ['who', 'name', 'sudan', 'Mohammed Shia Al-Sudani'],
  ['quotes', 'speaker', 'moham', 'Saad Al-Mohammadi'],
  ['search', 'outlet', 'gul', 'The Gull'],
  ['brief', 'topic', 'yem', 'Yemen'],
])('/%s offers in %s, for “%s”, %s', async (command, option, typed, name) => {
  const others = command === 'search' ? { words: 'x' } : {};

  expect((await ada().type(command, option, typed, others)).map((choice) => choice.name)).toContain(name);
});

test('with nothing typed, the most likely names are offered', async () => {
  expect((await ada().type('who', 'name', '')).length).toBeGreaterThan(10);
});

test.each(['🙂🙂', '"', '%', '   '])('/story of “%s”, which is no word, opens nothing', async (title) => {
  expect(await ada().slash('story', { title })).toMatchObject({ private: true });
});

test.each([
  ['quotes', { about: 'zeppelin' }, 'No quote about “zeppelin” is known.'],
  ['brief', { topic: 'zeppelin', since: 'all' }, 'No article tells of this.'],
  ['search', { words: 'ferry', outlet: 'nope' }, 'No article of an outlet called “nope” holds “ferry”.'],
])('/%s with nothing to show says so, in private', async (command, options, said) => {
  const { message, private: hidden } = await ada().slash(command, options);

  expect(hidden).toBe(true);
  expect(textOf(message)).toContain(said);
});

test('captions are no part of what is shown', async () => {
  const { message } = await ada().slash('search', { words: 'Israel' });

  expect(JSON.stringify(message)).not.toContain('Smoke billows');
  await expect(ada().slash('search', { words: 'billows' })).resolves.toMatchObject({ private: true });
});

test('/about says what is loaded and how to ask', async () => {
  const text = textOf((await ada().slash('about')).message);

  expect(text).toMatch(/\d+ articles in \d+ stories/);
  expect(text).toContain('`/who name:Katz`');
});
