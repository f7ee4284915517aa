import { HTTPException } from 'hono/http-exception';
import type { ShownMessage } from '../standin/messages/shown.ts';
import type { Person } from '../standin/person.ts';
import type { StandIn } from '../standin/standin.ts';
import { sceneOf } from './scene.ts';

/** Someone at the keyboard, in a channel they see. */
export interface Seat {
  readonly person: Person;
  readonly channel: string;
  readonly messages: readonly ShownMessage[];
}

/** Answers 404 where there is nobody of that id, or no such channel for them. */
export function takeSeat(standIn: StandIn, { person, channel }: { person: string; channel: string }): Seat {
  const scene = sceneOf(standIn, person);
  if (!scene?.channels.some(({ id }) => id === channel)) {
    throw new HTTPException(404, { message: 'There is no such person or channel.' });
  }
  return { person: standIn.person(person), channel, messages: standIn.messages(channel, person) };
}

/** Answers 404 where the person sees no such message. */
export function messageAt({ messages }: Seat, id: string): ShownMessage {
  const message = messages.find((one) => one.id === id);
  if (!message) throw new HTTPException(404, { message: 'This message is gone' });
  return message;
}
