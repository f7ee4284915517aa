import { type ColumnDefinitionBuilder, sql } from 'kysely';
import type { Store } from '../store.ts';

type Column = ColumnDefinitionBuilder;

export const required = (column: Column) => column.notNull();
export const key = (column: Column) => column.notNull().primaryKey();
export const counter = (column: Column) => column.notNull().defaultTo(0);
export const to = (target: string) => (column: Column) => column.notNull().references(target);

/** Compared by code point in both databases, so that "starts with" is a range of an index. */
export const textOf = (kind: Store['kind']) => (kind === 'postgres' ? sql`text collate "C"` : 'text');

/** A number the database gives. SQLite does so for any integer primary key; PostgreSQL has to be told. */
export const identity = (kind: Store['kind']) => (column: Column) =>
  kind === 'sqlite' ? column.primaryKey() : column.primaryKey().generatedByDefaultAsIdentity();
