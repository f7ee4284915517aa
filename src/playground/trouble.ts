import { PermissionFlagsBits as May } from 'discord-api-types/v10';
import type { StandIn } from '../standin/standin.ts';
import { sendingIn } from '../standin/world/permissions.ts';

/** What can be made to go wrong: see the page for what each means. */
export const TROUBLES = ['gateway', 'refused', 'lost', 'permission'] as const;
export type TroubleName = (typeof TROUBLES)[number];

export type TroubleState = Readonly<Record<TroubleName, boolean>>;

const POSTING = '/channels/:channel/messages';

/** The switches for trouble. That of the permission is each channel's own. */
export class Troubles {
  readonly #standIn: StandIn;
  #refused = false;
  #lost = false;

  constructor(standIn: StandIn) {
    this.#standIn = standIn;
    standIn.trouble.fate = ({ method, route }) => {
      if (this.#refused) return 'refused';
      return this.#lost && method === 'POST' && route === POSTING ? 'lost' : 'answered';
    };
  }

  state(channel: string): TroubleState {
    const { gateway, world } = this.#standIn;
    const found = world.channel(channel);
    const silent = found?.guild !== undefined && (world.permissions(world.bot.id, found) & sendingIn(found)) === 0n;
    return { gateway: !gateway.up, refused: this.#refused, lost: this.#lost, permission: silent };
  }

  set(name: TroubleName, on: boolean, channel: string): void {
    const { gateway, world } = this.#standIn;
    switch (name) {
      case 'gateway':
        gateway.setUp(!on);
        return;
      case 'refused':
        this.#refused = on;
        return;
      case 'lost':
        this.#lost = on;
        return;
      case 'permission':
        world.setOverwrite(channel, world.bot.id, on ? { deny: May.SendMessages | May.SendMessagesInThreads } : {});
    }
  }
}
