import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { ShownMessage } from '../../standin/messages/shown.ts';
import type { MachineState } from '../machine.ts';
import type {
  ChooseRequest,
  DismissRequest,
  MenuRequest,
  MoveRequest,
  PressRequest,
  SayRequest,
  SeatRequest,
  SlashRequest,
  TroubleRequest,
  TypedRequest,
} from '../requests.ts';
import type { Scene } from '../scene.ts';
import type { Offer } from './answers.ts';

/** What the server would not do, in words for the person at the page. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** What the page asks of the server it came from. Each call rejects with Refused where the client would say no. */
export const api = {
  scene: (person?: string): Promise<Scene> => get('scene', person === undefined ? {} : { person }),
  commands: (seat: SeatRequest): Promise<readonly APIApplicationCommand[]> => get('commands', seat),
  messages: (seat: SeatRequest): Promise<readonly ShownMessage[]> => get('messages', seat),
  suggestions: (typed: TypedRequest): Promise<readonly Offer[]> => post('suggestions', typed),
  slash: (request: SlashRequest): Promise<void> => post('slash', request),
  press: (request: PressRequest): Promise<void> => post('press', request),
  choose: (request: ChooseRequest): Promise<void> => post('choose', request),
  machine: (seat: SeatRequest): Promise<MachineState> => get('machine', seat),
  move: (request: MoveRequest): Promise<void> => post('move', request),
  trouble: (request: TroubleRequest): Promise<void> => post('trouble', request),
  menu: (request: MenuRequest): Promise<void> => post('menu', request),
  say: (request: SayRequest): Promise<void> => post('say', request),
  dismiss: (request: DismissRequest): Promise<void> => post('dismiss', request),
};

async function get<T>(name: string, query: Readonly<Record<string, string>>): Promise<T> {
  return read(await ask(`/api/${name}?${new URLSearchParams(query)}`));
}

async function post<T>(name: string, body: object): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  return read(await ask(`/api/${name}`, { method: 'POST', headers, body: JSON.stringify(body) }));
}

async function ask(path: string, request: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(path, request);
  } catch {
    throw new Refused('The playground has stopped');
  }
}

async function read<T>(response: Response): Promise<T> {
  const body = await response.json();
  if (!response.ok) throw new Refused(body.error ?? 'Something went wrong');
  if (body.refused !== undefined) throw new Refused(body.refused);
  return body;
}
