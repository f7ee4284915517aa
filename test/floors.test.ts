import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Lowest first. Rooms on one floor have no doors between them: only a floor above joins them. */
const FLOORS = [
  ['src/base', 'src/standin'],
  ['src/model'],
  ['src/read', 'src/intake', 'src/store', 'src/brief', 'src/render'],
  ['src/app'],
  ['src/discord'],
  ['commands'],
  ['src/playground', 'src/ops', 'src/cli', 'src/train'],
  ['src'],
];
const LONGEST = 200;

const rooms = FLOORS.flatMap((names, floor) => names.map((name) => ({ name, floor })));

function roomOf(file: string) {
  const room = rooms.find(({ name }) => file.startsWith(`${name}/`));
  if (!room) throw new Error(`${file} is in no room. Add its folder to FLOORS, and to CONTRIBUTING.`);
  return room;
}

const filesIn = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));

const files = ['src', 'commands'].flatMap(filesIn);
const source = (file: string) => readFileSync(join(root, file), 'utf8');

function importsOf(file: string): { readonly inside: string[]; readonly packages: string[] } {
  const specifiers = [...source(file).matchAll(/(?:from|import)\s*\(?'([^']+)'/g)].map((match) => match[1]!);
  const inside = specifiers.filter((name) => name.startsWith('.'));
  return {
    inside: inside.map((name) => relative(root, join(root, dirname(file), name))),
    packages: specifiers.filter((name) => !name.startsWith('.')),
  };
}

test('every file imports from its own room or a lower floor', () => {
  const climbs = (file: string, target: string) => {
    const [from, to] = [roomOf(file), roomOf(target)];
    return from.name !== to.name && to.floor >= from.floor;
  };
  const imports = files.flatMap((file) => importsOf(file).inside.map((target) => [file, target] as const));
  const climbing = imports.filter(([file, target]) => climbs(file, target));

  expect(imports.length).toBeGreaterThan(100);
  expect(climbing.map(([file, target]) => `${file} imports ${target}`)).toEqual([]);
});

test('what reads, composes and draws is pure: no database, no network, no Discord client', () => {
  const impure = /^(discord\.js|kysely|libsql|pg|ws|hono|node:(http|https|net|child_process|worker_threads))/;
  const pure = files.filter((file) => /^src\/(read|brief|render|model)\//.test(file));
  const offenders = pure.flatMap((file) =>
    importsOf(file)
      .packages.filter((name) => impure.test(name))
      .map((name) => `${file} imports ${name}`),
  );

  expect(offenders).toEqual([]);
});

test('the stand-in knows node, ws and discord-api-types only', () => {
  const foreign = /^(node:|ws$|discord-api-types\/)/;
  const offenders = files
    .filter((file) => file.startsWith('src/standin/'))
    .flatMap((file) => {
      const { inside, packages } = importsOf(file);
      const outside = inside.filter((target) => !target.startsWith('src/standin/'));
      return [...outside, ...packages.filter((name) => !foreign.test(name))].map((name) => `${file} imports ${name}`);
    });

  expect(offenders).toEqual([]);
});

test('only the playground, the rehearsal and the program as a whole use the stand-in', () => {
  const users = files.filter((file) => importsOf(file).inside.some((target) => target.startsWith('src/standin/')));

  expect(
    users.filter((file) => !/^src\/(standin|playground)\/|^src\/cli\/rehearsal|^src\/start\.ts$/.test(file)),
  ).toEqual([]);
});

test('only one room talks SQL, and in it only a few files know which database it is', () => {
  const talks = /^(kysely|libsql|pg)$/;
  const outside = files.filter(
    (file) => !file.startsWith('src/store/') && importsOf(file).packages.some((name) => talks.test(name)),
  );
  const asks = files.filter(
    (file) =>
      !/^src\/store\/(migrations|sqlite|postgres|store|search\/word-index|schedules\/claim)/.test(file) &&
      /kind === '(sqlite|postgres)'/.test(source(file)),
  );

  expect({ outside, asks }).toEqual({ outside: [], asks: [] });
});

test('no file is longer than a few screens', () => {
  const long = [...files, ...filesIn('test')]
    .map((file) => ({ file, lines: source(file).split('\n').length }))
    .filter(({ lines }) => lines > LONGEST + 10);

  expect(long).toEqual([]);
});
