import type { Scene } from '../scene.ts';
import type { Names } from './names.ts';

/** What a message's components need around them: who and what there is, and where a press goes. */
export interface Stage {
  readonly scene: Scene;
  readonly names: Names;
  press(customId: string, element: HTMLElement): void;
  choose(customId: string, values: readonly string[], element: HTMLElement): void;
}
