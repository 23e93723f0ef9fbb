import { builtActions } from "@/e2e/guards/inventory";
import { blocksOf } from "@/lib/trainers/profile/fields.data";
import { isShown } from "@/lib/trainers/profile/rules";
import type { Answers } from "@/lib/trainers/profile/vocabulary";
import { benchDist } from "./build";
import type { Answer, Asked } from "./load";
import type { People } from "./people";
import { network } from "./sign-in-requests";

interface Change {
  readonly field: string;
  readonly from: Answers[string];
  readonly to: string;
}

export const isKept = ({ status, body }: Pick<Answer, "status" | "body">) => status === 200 && body.includes('"conflicts":[]');

/** What the wizard's scripts send, each person after what they were known to have; `start`: what all have at first. */
export function wizardRequests({ cookies }: People, start: Answers) {
  const known = new Map<string, string>();
  const form = wholePage(start);
  let turn = 0;
  const headers = (port: number, person: number) => ({
    origin: `http://localhost:${port}`,
    cookie: cookies[person % cookies.length] ?? "",
    ...network(person),
  });
  /** A field of a person's, changed. */
  const change = (person: number, field: string, to: string): Change => {
    const key = `${person % cookies.length} ${field}`;
    const from = known.get(key) ?? start[field] ?? "";
    known.set(key, to);
    return { field, from, to };
  };
  const typing = (port: number, person: number, changes: readonly Change[]): Asked => ({
    path: "/api/intervenants/profil",
    method: "POST",
    headers: { ...headers(port, person), "content-type": "application/json" },
    body: JSON.stringify({ changes }),
    isRight: isKept,
  });
  return {
    change,
    /** While one types: nearly every save. */
    typing,
    /** One line changed, to something new each time. */
    line: (port: number, person: number) => typing(port, person, [change(person, "street", `${(turn += 1)} avenue Mozart`)]),
    /** "Enregistrer" on the first page, to which one field was changed. */
    button: (port: number, person: number): Asked => {
      const posted = form(change(person, "addressBox", `Appartement ${(turn += 1)}`));
      return { ...posted, headers: { ...posted.headers, ...headers(port, person) } };
    },
  };
}
export type WizardRequests = ReturnType<typeof wizardRequests>;

const boundary = "----bench-boundary";
const part = (name: string, value: string) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

/** The first page as its script posts it: what it showed, and what it shows now. */
function wholePage(start: Answers) {
  const id = builtActions(benchDist).find(({ exportedName }) => exportedName === "savePageAction")?.id;
  if (id === undefined) throw new Error("The build exposes no savePageAction.");
  const all = blocksOf.identification.flatMap(({ fields }) => fields);
  const seen = Object.fromEntries(all.map(({ name, kind }) => [name, start[name] ?? (kind === "boxes" ? [] : "")]));
  const typed = blocksOf.identification
    .filter((block) => isShown(block, start))
    .flatMap(({ fields }) => fields.filter((spec) => isShown(spec, start)))
    .flatMap(({ name, kind }) => {
      const answer = start[name] ?? (kind === "box" || kind === "boxes" || kind === "radio" ? [] : "");
      return (typeof answer === "string" ? [answer] : answer).map((value) => [name, value] as const);
    });
  return ({ field, from, to }: Change): Asked => {
    const entries = [
      ["page", "identification"],
      ["seen", JSON.stringify({ ...seen, [field]: from })],
      ...typed.map(([name, value]) => [name, name === field ? to : value] as const),
      ["then", "stay"],
    ] as const;
    return {
      path: "/intervenants/cv/identification",
      method: "POST",
      headers: { "next-action": id, accept: "text/x-component", "content-type": `multipart/form-data; boundary=${boundary}` },
      // What the arguments refer to comes before them, as React sends it.
      body: `${entries.map(([name, value]) => part(`_1_${name}`, value)).join("")}${part("0", '[{"status":"idle"},"$K1"]')}--${boundary}--\r\n`,
      isRight: ({ status, body }) => status === 200 && body.includes('"status":"done"'),
    };
  };
}
