import { Failure } from '../failure.ts';
import type { Method, Reply, Route } from './route.ts';

/** A request that reached its route, and what it was answered. */
export interface Exchange {
  readonly method: Method;
  /** As the route writes it: `/channels/:channel/messages`. */
  readonly route: string;
  /** The part of the path that the route calls `:name`. */
  part(name: string): string;
  readonly body: unknown;
  readonly reply: Reply;
}

/** The route, with every exchange on it told to `watch`. */
export function watched(route: Route, watch: (exchange: Exchange) => void): Route {
  const { method, path } = route;
  return {
    ...route,
    answer: (call) => {
      const { part, body } = call;
      const tell = (reply: Reply) => watch({ method, route: path, part, body, reply });
      try {
        const reply = route.answer(call);
        tell(reply);
        return reply;
      } catch (error) {
        if (error instanceof Failure) tell({ status: error.status, body: error.body });
        throw error;
      }
    },
  };
}
