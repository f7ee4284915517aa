/** Where a bot dies: at a statement, or when Discord has got or stored a message of its own. */
export type Step =
  | { readonly name: string; readonly statement: string }
  | { readonly name: string; readonly discord: 'asked' | 'stored' | 'passed on' };

/** Every step of a delivery. */
export const STEPS: readonly Step[] = [
  { name: 'before the claim', statement: '^update "deliveries" set "state" = .*"attempts" = "attempts"' },
  { name: 'after the claim', statement: '^insert into "editions"' },
  { name: 'while the edition is fixed', statement: '^insert into "views"' },
  { name: 'before the first send', discord: 'asked' },
  { name: 'after a send, before its answer', discord: 'stored' },
  { name: 'between two parts', statement: '^update "deliveries" set "messages"' },
  { name: 'after it was passed on, before the answer', discord: 'passed on' },
  {
    name: 'before it is settled',
    statement: '^update "deliveries" set "state" = [^,]*, "reason" = [^,]*, "settled_at"',
  },
  { name: 'while it is settled', statement: '^update "schedules" set "last_posted"' },
];
