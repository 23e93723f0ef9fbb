import { number, shortDay } from "@/lib/core/format";

/** What the form of an intervention shows, as it is kept. */
export interface InterventionFacts {
  readonly profileId: string;
  readonly title: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly hours: number | null;
  readonly reference: string;
}
type Fact = keyof InterventionFacts;
const facts: readonly Fact[] = ["profileId", "title", "startsOn", "endsOn", "hours", "reference"];

/** What is no longer as the page showed it; nothing once it is as somebody wants it: sent twice, it counts once. */
export function changedMeanwhile(seen: InterventionFacts, kept: InterventionFacts, wanted: InterventionFacts): readonly Fact[] {
  const differs = (one: InterventionFacts) => facts.filter((fact) => one[fact] !== kept[fact]);
  return differs(wanted).length === 0 ? [] : differs(seen);
}

/** What is written now, by the field of the form that it belongs to; `trainer` names whose intervention it is. */
export function writtenNow(kept: InterventionFacts, changed: readonly Fact[], trainer: string): Record<string, string[]> {
  const words: Readonly<Record<Fact, string>> = {
    profileId: trainer,
    title: kept.title,
    startsOn: shortDay(kept.startsOn),
    endsOn: shortDay(kept.endsOn),
    hours: kept.hours === null ? "" : number(kept.hours),
    reference: kept.reference,
  };
  const told = (fact: Fact) => (words[fact] === "" ? "Entre-temps, cette réponse a été effacée." : `Écrit entre-temps : ${words[fact]}`);
  return Object.fromEntries(changed.map((fact) => [fact === "profileId" ? "trainer" : fact, [told(fact)]]));
}
