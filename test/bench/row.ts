/** One line of `npm run bench`: what was measured, and what it should be. */
export interface Row {
  readonly name: string;
  readonly figure: number;
  readonly unit: string;
  /** The figure should be this or more. */
  readonly atLeast?: number;
  /** The figure should be this or less. */
  readonly atMost?: number;
}

/** What a file of this folder exports as `default`: it measures, and gives each row as soon as it has it. */
export type Bench = () => AsyncIterable<Row>;
