import { type APISelectMenuComponent, ComponentType as Type } from 'discord-api-types/v10';
import type { Resolver } from './resolve.ts';

/** What is sent for an entry of a select: its own value, or the id of the person, role or channel it names. */
export function idChosen(select: APISelectMenuComponent, value: string, resolver: Resolver): string | undefined {
  switch (select.type) {
    case Type.StringSelect:
      return select.options.find((option) => option.value === value)?.value;
    case Type.UserSelect:
      return resolver.user(value);
    case Type.RoleSelect:
      return resolver.role(value);
    case Type.MentionableSelect:
      return resolver.role(value) ?? resolver.user(value);
    case Type.ChannelSelect:
      return resolver.channel(value, select.channel_types);
  }
}
