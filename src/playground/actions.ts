import { Hono } from 'hono';
import type { TypedOptions } from '../standin/commands/typed.ts';
import type { StandIn } from '../standin/standin.ts';
import { checked } from './checked.ts';
import {
  chooseSchema,
  dismissSchema,
  menuSchema,
  pressSchema,
  type SlashRequest,
  saySchema,
  slashSchema,
  typedSchema,
} from './requests.ts';
import { messageAt, takeSeat } from './seat.ts';

/**
 * A bot must answer within three seconds, or say that it will take longer. After that nothing is left to refuse: what
 * comes is seen in the channel, and a browser's few connections are not held open for it.
 */
const LONGEST_WAIT = 4000;

/** What a person does at the page. Where Discord's client would not do it, the answer is `{ refused }` in its words. */
export function actions(standIn: StandIn): Hono {
  const routes = new Hono();

  routes.post('/suggestions', checked('json', typedSchema), async (context) => {
    const { path, option, typed, answers, ...seat } = context.req.valid('json');
    const { person, channel } = takeSeat(standIn, seat);
    return context.json(await person.type(path, option, typed, typedFrom(answers), { channel }));
  });

  routes.post('/slash', checked('json', slashSchema), async (context) => {
    const { path, answers, ...seat } = context.req.valid('json');
    const { person, channel } = takeSeat(standIn, seat);
    await answered(person.slash(path, typedFrom(answers), { channel }));
    return context.json({});
  });

  routes.post('/press', checked('json', pressSchema), async (context) => {
    const { message, customId, ...where } = context.req.valid('json');
    const seat = takeSeat(standIn, where);
    await answered(seat.person.press(messageAt(seat, message), customId));
    return context.json({});
  });

  routes.post('/choose', checked('json', chooseSchema), async (context) => {
    const { message, customId, values, ...where } = context.req.valid('json');
    const seat = takeSeat(standIn, where);
    await answered(seat.person.choose(messageAt(seat, message), customId, values));
    return context.json({});
  });

  routes.post('/menu', checked('json', menuSchema), async (context) => {
    const { message, name, ...where } = context.req.valid('json');
    const seat = takeSeat(standIn, where);
    await answered(seat.person.menu(name, messageAt(seat, message)));
    return context.json({});
  });

  routes.post('/say', checked('json', saySchema), (context) => {
    const { content, ...seat } = context.req.valid('json');
    const { person, channel } = takeSeat(standIn, seat);
    person.say(content, { channel });
    return context.json({});
  });

  routes.post('/dismiss', checked('json', dismissSchema), (context) => {
    const { message, ...where } = context.req.valid('json');
    const seat = takeSeat(standIn, where);
    seat.person.dismiss(messageAt(seat, message));
    return context.json({});
  });

  return routes;
}

/** What was filled in, as the stand-in takes it: files as their bytes. */
function typedFrom(answers: SlashRequest['answers']): TypedOptions {
  const taken = Object.entries(answers).map(([name, answer]) => {
    if (typeof answer !== 'object') return [name, answer] as const;
    return [name, { name: answer.name, content: Buffer.from(answer.base64, 'base64') }] as const;
  });
  return Object.fromEntries(taken);
}

async function answered(answer: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const longEnough = new Promise((resolve) => {
    timer = setTimeout(resolve, LONGEST_WAIT);
  });
  // A deferral that fails much later must not be an unhandled rejection.
  answer.catch(() => {});
  try {
    await Promise.race([answer, longEnough]);
  } finally {
    clearTimeout(timer);
  }
}
