import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Either connection, or a transaction on one. */
export type Database = Kysely<Tables>;

/** The open database. Only migrations, the word index and claims may ask which kind it is. */
export interface Store {
  readonly kind: 'sqlite' | 'postgres';
  /** For questions: a write in progress never holds these up. */
  readonly read: Database;
  /** For changes, and for questions that must see them before they are committed. */
  readonly write: Database;
  /**
   * Makes a change in a transaction that it may share with others: for small changes of which many come at once. It may
   * be made a second time where the first was undone.
   */
  together<T>(change: (tx: Database) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
