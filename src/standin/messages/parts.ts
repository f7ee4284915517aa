import {
  type APIComponentInMessageActionRow,
  type APIMessageComponent,
  ComponentType as Type,
} from 'discord-api-types/v10';
import { isSelect } from '../forms/select.ts';

/** Everything in these components that can be pressed or chosen from. */
export function controlsIn(components: readonly APIMessageComponent[]): readonly APIComponentInMessageActionRow[] {
  return components.flatMap((component) => {
    switch (component.type) {
      case Type.ActionRow:
        return component.components.filter(isControl);
      case Type.Container:
        return [...controlsIn(component.components)];
      case Type.Section:
        return isControl(component.accessory) ? [component.accessory] : [];
      default:
        return [];
    }
  });
}

function isControl(component: APIMessageComponent): component is APIComponentInMessageActionRow {
  return component.type === Type.Button || isSelect(component.type);
}
