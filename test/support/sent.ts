import { expect } from 'vitest';
import type { Exchange } from '../../src/standin/rest/watched.ts';
import { harmIn, harmInLabel } from './harm.ts';

interface Sent {
  readonly components?: readonly object[];
  readonly content?: string;
  readonly allowed_mentions?: { readonly parse?: readonly string[]; readonly roles?: readonly string[] };
  readonly choices?: readonly { readonly name: string; readonly value: string | number }[];
}

interface Recorded {
  readonly route: string;
  readonly body: Sent;
}

/** Records what a bot sends to a stand-in. */
export function recordSent() {
  const sent: Recorded[] = [];

  /** Every message and every list of suggestions that the real client sends. */
  function watch({ method, route, body }: Exchange): void {
    if (method === 'GET' || method === 'DELETE' || typeof body !== 'object' || body === null) return;
    const message: Sent = 'data' in body ? (body.data as Sent) : (body as Sent);
    if (message && (message.components || message.choices || message.content)) sent.push({ route, body: message });
  }

  /** Whatever was sent since the last look: nothing in it does harm or notifies anybody. */
  function expectHarmless(what: string): void {
    expect(sent.length, what).toBeGreaterThan(0);
    for (const { route, body } of sent.splice(0)) {
      if (body.choices) {
        const labels = body.choices.flatMap(({ name, value }) => [
          ...harmInLabel('suggestion', name, 100),
          ...(String(value).length > 100 ? [`a value of ${String(value).length}`] : []),
        ]);
        expect(labels, what).toEqual([]);
        expect(body.choices.length, what).toBeLessThanOrEqual(25);
        continue;
      }
      expect(body.content ?? '', what).toBe('');
      expect(body.allowed_mentions?.parse, `${what} at ${route}`).toEqual([]);
      expect(body.allowed_mentions?.roles ?? [], what).toEqual([]);
      expect(harmIn(body.components ?? []), what).toEqual([]);
    }
  }

  return { sent, watch, expectHarmless };
}
