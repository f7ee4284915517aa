import type { APIApplicationCommandBasicOption as Option } from 'discord-api-types/v10';
import type { Place, Scene } from '../scene.ts';
import type { Offer } from './answers.ts';
import { OPTION } from './kinds.ts';

/** Discord's channel types by the kind of place they are. */
const TYPES: Readonly<Record<Place['kind'], readonly number[]>> = {
  text: [0],
  announcements: [5],
  thread: [10, 11, 12],
  direct: [1],
};

/** The answers an option is limited to; undefined where anything may be typed. */
export function offersFor(option: Option, scene: Scene): readonly Offer[] | undefined {
  const people = [...scene.people, scene.bot].map(({ id, name }) => ({ name: `@${name}`, value: id }));
  const roles = scene.roles.map(({ id, name }) => ({ name: `@${name.replace(/^@/, '')}`, value: id }));
  switch (option.type) {
    case OPTION.boolean:
      return [
        { name: 'True', value: true },
        { name: 'False', value: false },
      ];
    case OPTION.user:
      return people;
    case OPTION.role:
      return roles;
    case OPTION.mentionable:
      return [...people, ...roles];
    case OPTION.channel:
      return channelsFor(option.channel_types, scene);
    case OPTION.string:
    case OPTION.integer:
    case OPTION.number:
      return option.choices && option.choices.length > 0 ? option.choices : undefined;
    default:
      return undefined;
  }
}

function channelsFor(types: readonly number[] | undefined, { channels }: Scene): readonly Offer[] {
  const fitting = channels.filter(({ kind }) => {
    return kind !== 'direct' && (!types || TYPES[kind].some((type) => types.includes(type)));
  });
  return fitting.map(({ id, name }) => ({ name: `#${name}`, value: id }));
}

/** The offers that hold what is typed, those that begin with it first. */
export function offersLike(offers: readonly Offer[], typed: string): readonly Offer[] {
  const wanted = typed.trim().toLowerCase().replace(/^[#@]/, '');
  const at = ({ name }: Offer) => name.toLowerCase().replace(/^[#@]/, '').indexOf(wanted);
  return offers.filter((offer) => at(offer) >= 0).sort((one, other) => Math.min(at(one), 1) - Math.min(at(other), 1));
}
