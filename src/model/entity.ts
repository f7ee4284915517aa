import type { EntityType } from './reading.ts';

/** A person, organisation or place across articles. */
export interface Entity {
  readonly id: string;
  /** The fullest name any article gives. */
  readonly name: string;
  readonly type: EntityType;
  /** Every other form the articles give. */
  readonly aliases: readonly string[];
}
