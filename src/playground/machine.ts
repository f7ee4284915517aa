import { Hono } from 'hono';
import type { Timetable } from '../app/schedules/timetable.ts';
import type { MovableClock } from '../base/movable-clock.ts';
import type { StandIn } from '../standin/standin.ts';
import { checked } from './checked.ts';
import type { Journal, Line } from './journal.ts';
import { moveSchema, seatSchema, troubleSchema } from './requests.ts';
import { takeSeat } from './seat.ts';
import { Time, type TimeState } from './time.ts';
import { type TroubleState, Troubles } from './trouble.ts';

/** What stands behind the page: the time, the switches for trouble, the bot's log. */
export interface MachineState {
  readonly time: TimeState;
  readonly trouble: TroubleState;
  readonly lines: readonly Line[];
}

export interface MachineParts {
  readonly clock: MovableClock;
  readonly timetable: Timetable;
  readonly journal: Journal;
}

/** The time and trouble of the playground, for the page to show and a person to change. */
export class Machine {
  readonly journal: Journal;
  readonly #time: Time;
  readonly #troubles: Troubles;
  readonly #listeners = new Set<() => void>();

  constructor(standIn: StandIn, { clock, timetable, journal }: MachineParts) {
    this.journal = journal;
    this.#troubles = new Troubles(standIn);
    this.#time = new Time(clock, timetable, () => this.#tell());
  }

  /** Tells that the time or a switch is another. Returns what ends the telling. */
  on(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  routes(standIn: StandIn): Hono {
    const routes = new Hono();
    const state = async (channel: string): Promise<MachineState> => ({
      time: await this.#time.state(),
      trouble: this.#troubles.state(channel),
      lines: this.journal.lines,
    });

    routes.get('/machine', checked('query', seatSchema), async (context) => {
      const { channel } = takeSeat(standIn, context.req.valid('query'));
      return context.json(await state(channel));
    });

    routes.post('/move', checked('json', moveSchema), async (context) => {
      const moved = await this.#time.move(context.req.valid('json').move);
      return context.json(moved ? {} : { refused: 'Nothing is due: make a schedule first, with /schedule add.' });
    });

    routes.post('/trouble', checked('json', troubleSchema), (context) => {
      const { name, on, ...seat } = context.req.valid('json');
      this.#troubles.set(name, on, takeSeat(standIn, seat).channel);
      this.#tell();
      return context.json({});
    });

    return routes;
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
