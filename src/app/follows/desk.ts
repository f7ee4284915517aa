import { UserError } from '../../base/errors.ts';
import { fold } from '../../base/fold.ts';
import type { Asker } from '../../model/asker.ts';
import type { Follow } from '../../model/follow.ts';
import { addFollow, followsOf, removeFollow } from '../../store/follows.ts';
import type { Store } from '../../store/store.ts';
import { identify, theOne } from '../newsroom/dossiers.ts';

/** What the asker follows: in a server what was followed there, in a direct message all of it. */
export interface FollowDesk {
  /** @throws UserError where the name could mean several, or is followed already */
  add(name: string): Promise<Follow>;
  list(): Promise<readonly Follow[]>;
  /** @returns the name as it was shown. @throws UserError where it is not followed */
  remove(name: string): Promise<string>;
}

/** Names a member may follow in a server. */
const MOST = 25;

export function openFollows(store: Store, { member, guild }: Asker, now: Date): FollowDesk {
  const list = () => followsOf(store, member, guild);
  return {
    async add(name) {
      if (!guild) throw new UserError('A follow belongs to a server: type this in one of its channels.');
      if (fold(name) === '') throw new UserError('Type the name of somebody or something, or the words of a topic.');
      if ((await list()).length >= MOST) {
        throw new UserError(`You follow ${MOST} names here already. End one with /follow remove first.`);
      }
      const follow = { member, guild, ...(await meant(store, name)), toldTo: now };
      if (await addFollow(store, follow)) return follow;
      throw new UserError(`You follow ${follow.name} already. See what you follow with /follow list.`);
    },

    list,

    async remove(name) {
      const known = (await list()).find((follow) => fold(follow.name) === fold(name));
      if (!known) throw new UserError('You follow nothing of that name. See what you follow with /follow list.');
      await removeFollow(store, member, known.name, guild);
      return known.name;
    },
  };
}

/** Somebody or something that articles name; what none names is a topic's words. */
async function meant(store: Store, name: string): Promise<Pick<Follow, 'name' | 'entity'>> {
  const { fits } = await identify(store, name);
  if (fits.length === 0 && !name.startsWith('#')) return { name: name.trim() };
  const entity = await theOne(store, name);
  return { name: entity.name, entity: entity.id };
}
