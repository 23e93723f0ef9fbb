/** What a structure looks for trainers for: several structures publish it, each at its own time (EI-10). */
export interface AdTopic {
  /** The first one is the main subject; their specialties follow from them. */
  readonly subSpecialties: readonly [string, ...string[]];
  readonly title: string;
  /** The same need in the words of another structure. */
  readonly otherTitle: string;
  readonly description: string;
  readonly profileSought: string;
  readonly context: string;
  readonly audience: string;
  readonly duration: string;
  /** From the first day to the last, when the duration says so. */
  readonly atLeastDays?: number;
  /** Taught on line only: no region is asked for. */
  readonly remote?: true;
  /** Regions where the subject makes sense; all of them without. */
  readonly regions?: readonly string[];
  /** May take place on the other side of the border. */
  readonly abroad?: true;
}
