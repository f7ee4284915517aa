import { type APIApplicationCommandBasicOption, ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { checkAnswer } from '../../src/playground/page/answers.ts';
import { leavesLike, leavesOf } from '../../src/playground/page/leaves.ts';
import { offersFor, offersLike } from '../../src/playground/page/offers.ts';
import type { Scene } from '../../src/playground/scene.ts';

const SCENE: Scene = {
  movable: false,
  server: { id: '1', name: 'The Harbour' },
  bot: { id: '2', name: 'Lede', manager: false },
  people: [{ id: '3', name: 'Ada', manager: true }],
  person: '3',
  channels: [
    { id: '4', name: 'news', kind: 'text' },
    { id: '5', name: 'wire', kind: 'announcements' },
    { id: '6', name: 'Lede', kind: 'direct' },
  ],
  roles: [{ id: '7', name: 'Readers' }],
};

const option = (more: object): APIApplicationCommandBasicOption => {
  const common = { name: 'it', description: 'something', type: Type.String };
  return { ...common, ...more } as APIApplicationCommandBasicOption;
};

const check = (more: object, typed: string) => {
  const asked = option(more);
  return checkAnswer(asked, typed, offersFor(asked, SCENE));
};

test.each<[why: string, option: object, typed: string, value: unknown]>([
  ['a text without the spaces around it', {}, ' Mara ', 'Mara'],
  ['a whole number', { type: Type.Integer }, '7', 7],
  ['a number', { type: Type.Number }, '-1.5', -1.5],
  ['a choice by its name, in any case', { choices: [{ name: '3 days', value: '3d' }] }, '3 DAYS', '3d'],
  ['a yes or no', { type: Type.Boolean }, 'true', true],
  ['a channel by its name, with or without the mark', { type: Type.Channel }, 'news', '4'],
  ['a member', { type: Type.User }, '@ada', '3'],
  ['a role', { type: Type.Role }, 'Readers', '7'],
])('an option takes %s', (_why, asked, typed, value) => {
  expect(check(asked, typed)).toEqual({ value });
});

test.each<[why: string, option: object, typed: string]>([
  ['nothing where it is required', { required: true }, ' '],
  ['a word for a number', { type: Type.Integer }, 'seven'],
  ['a fraction for a whole number', { type: Type.Integer }, '1.5'],
  ['too small a number', { type: Type.Integer, min_value: 1 }, '0'],
  ['too great a number', { type: Type.Number, max_value: 90 }, '90.5'],
  ['too long a text', { max_length: 5 }, 'longer'],
  ['a choice that is not offered', { choices: [{ name: '3 days', value: '3d' }] }, '4 days'],
  ['a channel of another kind', { type: Type.Channel, channel_types: [5] }, 'news'],
  ['a direct message for a channel', { type: Type.Channel }, 'Lede'],
])('an option refuses %s', (_why, asked, typed) => {
  expect(check(asked, typed).problem).toMatch(/\w/);
});

test('an option that may be left out is fine without an answer', () => {
  expect(check({}, '')).toEqual({});
});

test('offers that begin with what is typed come first', () => {
  const offers = ['Old Harbour', 'Harbour', 'Pier'].map((name) => ({ name, value: name }));

  expect(offersLike(offers, 'harb').map(({ name }) => name)).toEqual(['Harbour', 'Old Harbour']);
});

test('a command with subcommands is offered as each of them', () => {
  const base = { id: '1', application_id: '2', version: '3', default_member_permissions: null, type: 1 as const };
  const list = { type: Type.Subcommand as const, name: 'list', description: 'All of them' };
  const leaves = leavesOf([
    { ...base, name: 'schedule', description: 'Briefings', options: [list, { ...list, name: 'add' }] },
    { ...base, name: 'about', description: 'What this is' },
  ]);

  expect(leaves.map(({ path }) => path)).toEqual(['schedule list', 'schedule add', 'about']);
  expect(leavesLike(leaves, 'ad').map(({ path }) => path)).toEqual(['schedule add']);
  expect(leavesLike(leaves, 'schedule ').map(({ path }) => path)).toEqual(['schedule list', 'schedule add']);
});
