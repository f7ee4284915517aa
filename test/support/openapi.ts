import { readFileSync } from 'node:fs';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { Exchange } from '../../src/standin/rest/watched.ts';

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
  readonly responses: Readonly<Record<string, { readonly $ref?: string; readonly content?: object }>>;
}

const FILE = process.env['DISCORD_OPENAPI'];
if (!FILE) console.log('DISCORD_OPENAPI names no file: nothing is compared with Discord’s own description of its API.');

/** Watches a stand-in. `problems` gives what was not as Discord has it since the last time it was asked. */
export function openJudge(): { watch(exchange: Exchange): void; problems(): readonly string[] } {
  const openApi = FILE ? new OpenApi(FILE) : undefined;
  const found = new Set<string>();
  return {
    watch: (exchange) => {
      for (const problem of openApi?.problemsWith(exchange) ?? []) found.add(problem);
    },
    problems: () => {
      const problems = [...found];
      found.clear();
      return problems;
    },
  };
}

type Document = { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };

/** Discord's own description of its API, as a judge of what the stand-in takes and answers. */
class OpenApi {
  readonly #document: Document;
  /** Every test file compiles what it needs anew: to compile quickly matters more than to check quickly. */
  readonly #ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    validateSchema: false,
    inlineRefs: false,
    code: { optimize: false },
    formats: FORMATS,
  });
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor(file: string) {
    this.#document = JSON.parse(readFileSync(file, 'utf8'));
    this.#ajv.addSchema(this.#document, 'discord');
  }

  /** What Discord would not have taken although the stand-in did, or would not have answered; empty if nothing. */
  problemsWith({ method, route, part, body, reply }: Exchange): string[] {
    const path = this.#pathFor(route, part);
    const operation = path && this.#document.paths[path]?.[method.toLowerCase()];
    if (!operation) return [`${method} ${route} is not in Discord's description`];
    const at = `#/paths/${escaped(path)}/${method.toLowerCase()}`;
    const name = `${method} ${path}`;
    const problems: string[] = [];

    const taken = reply.status < 300;
    if (taken && operation.requestBody?.content['application/json']) {
      const schema = `${at}/requestBody/content/application~1json/schema`;
      problems.push(...this.#check(schema, body).map((why) => `${name} takes what Discord does not: ${why}`));
    }
    const status = operation.responses[reply.status] ? String(reply.status) : `${Math.floor(reply.status / 100)}XX`;
    const response = operation.responses[status];
    if (!response) problems.push(`${name} answers ${reply.status}, which Discord does not`);
    else if (reply.body !== undefined) {
      const where = response.$ref ?? `${at}/responses/${status}`;
      const schema = `${where}/content/application~1json/schema`;
      problems.push(...this.#check(schema, reply.body).map((why) => `${name} answers ${reply.status}: ${why}`));
    }
    return problems;
  }

  /** The path as the description writes it. `@original` and `@me` stand there as they are. */
  #pathFor(route: string, part: Exchange['part']): string | undefined {
    const wanted = route.split('/').map((piece) => {
      const value = piece.startsWith(':') ? part(piece.slice(1)) : piece;
      return piece.startsWith(':') && !value.startsWith('@') ? '{}' : value;
    });
    const shape = (path: string) => path.replace(/\{[^}]+\}/g, '{}');
    return Object.keys(this.#document.paths).find((path) => shape(path) === wanted.join('/'));
  }

  #check(schema: string, value: unknown): string[] {
    const validate = this.#compiled.get(schema) ?? this.#ajv.compile({ $ref: `discord${schema}` });
    this.#compiled.set(schema, validate);
    // As it is sent: without what is undefined, dates and big numbers as texts.
    if (validate(JSON.parse(JSON.stringify(value)))) return [];
    return told((validate.errors ?? []).filter((error) => !ALLOWED.some((allows) => allows(error))));
  }
}

const FORMATS = {
  int32: true,
  int64: true,
  double: true,
  nonce: true,
  uri: (text: string) => URL.canParse(text),
  'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
  snowflake: /^(0|[1-9]\d{0,19})$/,
} as const;

const escaped = (path: string) => path.replaceAll('~', '~0').replaceAll('/', '~1');

/** Where the description is known to be wrong of Discord itself. */
const ALLOWED: readonly ((error: ErrorObject) => boolean)[] = [
  // The codes inside `errors` are words ("BASE_TYPE_REQUIRED"), as the documentation shows them, not numbers; of the
  // three shapes `errors` may have, that leaves none that fits.
  ({ instancePath }) => /^\/errors(\/|$)/.test(instancePath),
  // Permission bits do not fit in a number; the documentation has them as a text.
  ({ instancePath }) => instancePath.endsWith('/default_member_permissions'),
];

/** The deepest complaint says most: of the forms a component may take, the others differ in their type already. */
function told(errors: readonly ErrorObject[]): string[] {
  const depth = ({ instancePath }: ErrorObject) => instancePath.split('/').length;
  const deepest = errors.reduce<ErrorObject | undefined>(
    (one, other) => (one && depth(other) <= depth(one) ? one : other),
    undefined,
  );
  return deepest ? [`${deepest.instancePath || 'the body'} ${deepest.message} ${JSON.stringify(deepest.params)}`] : [];
}
