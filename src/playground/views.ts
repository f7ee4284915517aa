import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { StandIn } from '../standin/standin.ts';
import { checked } from './checked.ts';
import { sceneSchema, seatSchema } from './requests.ts';
import { type Scene, sceneOf } from './scene.ts';
import { takeSeat } from './seat.ts';

/** What the page looks at: who and where everybody is, and in a channel its commands and messages. */
export function views(standIn: StandIn, movable: boolean): Hono {
  const routes = new Hono();

  routes.get('/scene', checked('query', sceneSchema), (context) => {
    const scene = sceneOf(standIn, context.req.valid('query').person);
    if (!scene) throw new HTTPException(404, { message: 'There is no such person.' });
    return context.json({ ...scene, movable } satisfies Scene);
  });

  routes.get('/commands', checked('query', seatSchema), (context) => {
    const { person, channel } = takeSeat(standIn, context.req.valid('query'));
    return context.json(person.commands({ channel }));
  });

  routes.get('/messages', checked('query', seatSchema), (context) => {
    return context.json(takeSeat(standIn, context.req.valid('query')).messages);
  });

  return routes;
}
