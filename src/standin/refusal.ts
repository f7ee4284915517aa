/** What Discord's client says to a person instead of an answer, such as "The application did not respond". */
export class StandInRefusal extends Error {
  override readonly name = 'StandInRefusal';
}
