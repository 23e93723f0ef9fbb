import { startFloor, startSite } from "./server";
import type { Stage } from "./stage";

export interface ColdStarts {
  /** Milliseconds from the start of the process to the first page, database running and site built; one for each start. */
  readonly site: readonly number[];
  readonly floor: readonly number[];
}

/** Starts and stops both in turns. */
export async function timeColdStarts(
  stage: Stage,
  ports: { readonly site: number; readonly floor: number },
  times: number,
): Promise<ColdStarts> {
  const [site, floor]: [number[], number[]] = [[], []];
  for (let turn = 0; turn < times; turn += 1) {
    const one = await startFloor(stage.floor, ports.floor, "/rows");
    floor.push(one.startedIn);
    await one.stop();
    const other = await startSite(stage.site, ports.site, "/compte/connexion");
    site.push(other.startedIn);
    await other.stop();
  }
  return { site, floor };
}
