import type { File } from '../messages/uploads.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** A request, read: what its route's path names, and what came in its body. */
export interface Call {
  /** The part of the path that the route calls `:name`. */
  part(name: string): string;
  readonly query: URLSearchParams;
  /** The JSON of the body; an empty object when there is none. */
  readonly body: unknown;
  readonly files: readonly File[];
}

/** What is sent back; without a body, 204. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
}

export interface Route {
  readonly method: Method;
  /** As Discord's documentation writes it, parts as `:name`: `/channels/:channel/messages`. */
  readonly path: string;
  /** Whether it is used without the bot's token: a token in the path stands for it. */
  readonly open?: boolean;
  /** `messages`: the bucket for posting; `crossposts`: for passing on; `interaction`: not counted against the global limit; `none`: not limited. */
  readonly limit?: 'messages' | 'crossposts' | 'interaction' | 'none';
  readonly answer: (call: Call) => Reply;
}

export const ok = (body: unknown): Reply => ({ status: 200, body });
export const nothing: Reply = { status: 204 };
