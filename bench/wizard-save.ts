import type { Answers } from "@/lib/trainers/profile/vocabulary";
import { wholeAnswers } from "@/lib/trainers/testing/whole-profile.data";
import { countDatabaseWork, type DatabaseWork } from "./database-work";
import { ask, type Asked, loadClosed } from "./load";
import { openDoors } from "./people";
import { cpuOf } from "./process-tree";
import type { Stage } from "./stage";
import { median } from "./statistics";
import { floorAction, type Servers } from "./variants";
import { isKept, type WizardRequests, wizardRequests } from "./wizard-requests";

/** One value a round. */
interface Save {
  /** Milliseconds, one at a time: median. */
  readonly p50: number[];
  /** Milliseconds of processor, the database's included. */
  readonly cpu: number[];
}
interface Bytes {
  readonly sent: number;
  readonly answered: number;
}

export interface WizardSaveFigures {
  /** A, the least server action. */
  readonly floor: Save;
  /** What is kept while one types: nearly every save. */
  readonly typing: Save;
  /** The page posted whole by "Enregistrer": its answer holds the page, drawn again. */
  readonly button: Save;
  /** Q: the profile's row written over one connection, nothing else; milliseconds. */
  readonly raw: readonly number[];
  /** Bodies of a save of one line, of one of the longest answer, and of the page posted whole. */
  readonly bytes: Readonly<Record<"line" | "longest" | "button", Bytes>>;
  /** Of a save while one types, then of one by the button. */
  readonly work: readonly DatabaseWork[];
  /** Pairs of saves at the same instant, and the answers that they lost or overwrote without a word. */
  readonly pairs: number;
  readonly lost: number;
  readonly errors: readonly string[];
}

/** A profile of some eight kilobytes, as a long career leaves it. */
const longText = "Transmettre ce que vingt ans de métier m’ont appris, à des agents de tous les cadres d’emplois. ".repeat(80);
const longestAnswer = 4_000;
const pairs = 100;

/** The people of the stage have begun a CV and passed the doors of the trainers' space. */
async function giveProfiles({ sql }: Stage): Promise<Answers> {
  const accounts = await sql<{ id: string }[]>`select id from accounts where last_name like 'Mesure%'`;
  const [home] = await sql<{ id: string }[]>`select id from structures order by code limit 1`;
  const ids = accounts.map(({ id }) => id);
  const answers = { ...wholeAnswers(home?.id ?? ""), motivation: longText.slice(0, 7_000) };
  await openDoors(sql, ids, "intervenants");
  await sql`
    insert into trainer_profiles (account_id, answers, home_structure_id, identity_key, updated_at)
    select id, ${JSON.stringify(answers)}::text::jsonb, ${home?.id ?? ""}::uuid, id::text, now() from unnest(${ids}::uuid[]) id`;
  return answers;
}

interface Given {
  readonly rounds: number;
  readonly seconds: number;
  readonly countedPort: number;
  readonly say: (text: string) => void;
}

/** A step of the CV's wizard saved (EI-31), to the least server action. */
export async function measureWizardSave(
  stage: Stage,
  { site, floor }: Servers,
  { rounds, seconds, countedPort, say }: Given,
): Promise<WizardSaveFigures> {
  const requests = wizardRequests(stage.people, await giveProfiles(stage));
  const measured = [
    ["floor", floor, await floorAction(floor)],
    ["typing", site, (n: number) => requests.line(site.port, n)],
    ["button", site, (n: number) => requests.button(site.port, n)],
  ] as const;
  const found = { floor: noSave(), typing: noSave(), button: noSave() };
  const [raw, errors]: [number[], string[]] = [[], []];
  for (const [, server, make] of measured) await loadClosed(server.port, make, { seconds: Math.min(2, seconds), concurrency: 1 });
  for (let round = 1; round <= rounds; round += 1) {
    say(`round ${round} of ${rounds}`);
    for (const [name, server, make] of measured) {
      const before = cpuOf(server.pid) + cpuOf(stage.databasePid);
      const load = await loadClosed(server.port, make, { seconds, concurrency: 1 });
      found[name].p50.push(load.p50);
      found[name].cpu.push((cpuOf(server.pid) + cpuOf(stage.databasePid) - before) / load.count);
      if (load.firstError !== null) errors.push(`${name}: ${load.errors} wrong answers, the first: ${load.firstError}`);
    }
    raw.push(await timeRaw(stage, seconds / 2));
  }
  say("two tabs at once");
  const lost = await countLost(stage, site.port, requests);
  const bytes = await measureBytes(site.port, requests);
  say("statements and round trips of a save");
  const work = await countDatabaseWork(stage, countedPort, async (_, port) => [
    ["save while typing", (n) => requests.line(port, n)],
    ["save by the button", (n) => requests.button(port, n)],
  ]);
  return { ...found, raw, bytes, work, pairs, lost, errors };
}

const noSave = (): Save => ({ p50: [], cpu: [] });

async function timeRaw({ sql }: Stage, seconds: number): Promise<number> {
  const rows = await sql<{ id: string; answers: string }[]>`
    select id, answers::text as answers from trainer_profiles where account_id in (select id from accounts where last_name like 'Mesure%') limit 100`;
  const times: number[] = [];
  const startedAt = performance.now();
  for (let n = 0; performance.now() - startedAt < seconds * 1000; n += 1) {
    const { id, answers } = rows[n % rows.length] ?? { id: "", answers: "{}" };
    const before = performance.now();
    await sql`update trainer_profiles set answers = ${answers}::text::jsonb, updated_at = now() where id = ${id}`;
    times.push(performance.now() - before);
  }
  return median(times);
}

async function measureBytes(port: number, requests: WizardRequests): Promise<WizardSaveFigures["bytes"]> {
  const bytes = async (asked: Asked): Promise<Bytes> => {
    const { body } = await ask(port, asked);
    return { sent: Buffer.byteLength(asked.body ?? ""), answered: body.length };
  };
  const rewritten = (end: string) =>
    requests.typing(port, 7, [requests.change(7, "motivation", longText.slice(0, longestAnswer - 1) + end)]);
  await ask(port, rewritten("a"));
  return { line: await bytes(requests.line(port, 1)), longest: await bytes(rewritten("b")), button: await bytes(requests.button(port, 1)) };
}

/** Saves at the same instant: of two fields, both stay; of one field, one stays and the other one is told. */
async function countLost({ sql, people }: Stage, port: number, { change, typing }: WizardRequests): Promise<number> {
  let lost = 0;
  for (let n = 0; n < pairs; n += 1) {
    const person = n % 20;
    const building = change(person, "addressBuilding", `Bâtiment ${n}`);
    const sameField = n % 2 === 1;
    const other = sameField ? { ...building, to: `Bâtiment ${n} bis` } : change(person, "city", `Ville ${n}`);
    const answers = await Promise.all([building, other].map((one) => ask(port, typing(port, person, [one]))));
    const [kept] = await sql<{ building: string; city: string }[]>`
      select answers ->> 'addressBuilding' as building, answers ->> 'city' as city from trainer_profiles
      where account_id = (select account_id from login_sessions where id = ${await sessionOf(people.cookies[person] ?? "")})`;
    const saidKept = [building, other].filter((_, index) => answers.slice(index, index + 1).some(isKept));
    if (sameField) {
      lost += Number(saidKept.length !== 1 || saidKept[0]?.to !== kept?.building);
      change(person, "addressBuilding", kept?.building ?? "");
    } else lost += Number(saidKept.length !== 2) + Number(kept?.building !== building.to) + Number(kept?.city !== other.to);
  }
  return lost;
}

async function sessionOf(cookie: string): Promise<string> {
  const { decode } = await import("next-auth/jwt");
  const claims = await decode({ token: cookie.slice("session=".length), secret: process.env["AUTH_SECRET"] ?? "", salt: "session" });
  return claims?.sub ?? "";
}
